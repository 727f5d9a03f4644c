#include "lint/failed_lambdas.hpp"

#include <algorithm>

#include "ir/action_walk.hpp"

namespace flowc::lint {

void FailedLambdas::follow() {
    constexpr ActionId unseen = no_action - 1;
    failed_.assign(flow_.actions.size(), unseen);
    ActionRounds rounds(flow_);
    rounds.reach(flow_.start);
    failed_[flow_.start] = no_action;
    while (!rounds.done()) {
        const ActionId id = rounds.next();
        const Action& action = flow_.actions[id];
        // Of a type that is not known it may be one.
        const bool calls = action.type == ActionType::unknown || info(action.type).has(Effect::replaces_external);
        for (const Transition& edge : flow_.transitions_of(action)) {
            if (edge.target == no_action) continue;
            const ActionId now = !calls ? failed_[id] : edge.kind == Transition::Kind::error ? id : no_action;
            ActionId& known = failed_[edge.target];
            const ActionId both = known == unseen || known == now ? now : no_action;
            if (both == known) continue;
            known = both;
            rounds.reach(edge.target);
        }
    }
    std::replace(failed_.begin(), failed_.end(), unseen, no_action);
}

}  // namespace flowc::lint
