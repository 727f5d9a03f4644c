#include "lint/failed_lambdas.hpp"

#include <algorithm>

namespace flowc::lint {

void FailedLambdas::follow() {
    constexpr ActionId unseen = no_action - 1;
    failed_.assign(flow_.actions.size(), unseen);
    std::vector<ActionId> open{flow_.start};
    failed_[flow_.start] = no_action;
    while (!open.empty()) {
        const ActionId id = open.back();
        open.pop_back();
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
            open.push_back(edge.target);
        }
    }
    std::replace(failed_.begin(), failed_.end(), unseen, no_action);
}

}  // namespace flowc::lint
