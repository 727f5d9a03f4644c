#include "lint/failed_lambdas.hpp"

#include <algorithm>

#include "ir/follow_ways.hpp"

namespace flowc::lint {

void FailedLambdas::follow() {
    constexpr ActionId unseen = no_action - 1;
    failed_.assign(flow_.actions.size(), unseen);
    failed_[flow_.start] = no_action;
    follow_ways(flow_, graph_, [&](ActionId id, const Transition& branch) {
        const Action& action = flow_.actions[id];
        // Of a type that is not known it may be one.
        const bool calls = action.type == ActionType::unknown || info(action.type).has(Effect::replaces_external);
        const ActionId now = !calls ? failed_[id] : branch.kind == Transition::Kind::error ? id : no_action;
        ActionId& known = failed_[branch.target];
        const ActionId both = known == unseen || known == now ? now : no_action;
        const bool changed = both != known;
        known = both;
        return changed;
    });
    std::replace(failed_.begin(), failed_.end(), unseen, no_action);
}

}  // namespace flowc::lint
