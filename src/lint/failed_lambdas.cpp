#include "lint/failed_lambdas.hpp"

#include <algorithm>

namespace flowc::lint {

std::vector<ActionId> reached_by_failure_of(const Lint& lint) {
    const Flow& flow = lint.flow;
    if (!lint.whole) return std::vector<ActionId>(flow.actions.size(), no_action);
    constexpr ActionId unseen = no_action - 1;
    std::vector<ActionId> failed(flow.actions.size(), unseen);
    std::vector<ActionId> open{flow.start};
    failed[flow.start] = no_action;
    while (!open.empty()) {
        const ActionId id = open.back();
        open.pop_back();
        const ActionInfo* row = lint.row(flow.actions[id]);
        const bool calls = row && row->has(Effect::replaces_external);
        for (const Transition& edge : flow.transitions_of(flow.actions[id])) {
            if (edge.target == no_action) continue;
            const ActionId now = !calls ? failed[id] : edge.kind == Transition::Kind::error ? id : no_action;
            ActionId& known = failed[edge.target];
            const ActionId both = known == unseen || known == now ? now : no_action;
            if (both == known) continue;
            known = both;
            open.push_back(edge.target);
        }
    }
    std::replace(failed.begin(), failed.end(), unseen, no_action);
    return failed;
}

}  // namespace flowc::lint
