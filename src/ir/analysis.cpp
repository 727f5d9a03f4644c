#include "ir/analysis.hpp"

namespace flowc {
Analysis::Analysis(const Flow& flow) : identifiers_(flow.actions), components_(components(flow)) {
    reach(flow);
}

void Analysis::reach(const Flow& flow) {
    reachable_.assign(flow.actions.size(), false);
    if (flow.start == no_action) return;
    std::vector<ActionId> open;
    open.reserve(flow.actions.size());
    open.push_back(flow.start);
    reachable_[flow.start] = true;
    while (!open.empty()) {
        const ActionId action = open.back();
        open.pop_back();
        for (const Transition& transition : flow.transitions_of(flow.actions[action])) {
            if (transition.target == no_action || reachable_[transition.target]) continue;
            reachable_[transition.target] = true;
            open.push_back(transition.target);
        }
    }
}

}  // namespace flowc
