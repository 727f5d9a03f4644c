#include "ir/analysis.hpp"

namespace flowc {
Analysis::Analysis(const Flow& flow) : identifiers_(flow.actions), components_(components(flow)) {
    reach(flow);
    survey(flow);
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

void Analysis::survey(const Flow& flow) {
    regions_.resize(components_.count);
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        const Action& action = flow.actions[id];
        Region& region = regions_[component(id)];
        if (region.actions++ == 0) region.entry = id;
        bool speaks = false;
        if (action.type == ActionType::unknown) {
            region.ends = true;
        } else {
            const ActionInfo& row = info(action.type);
            speaks = row.has(Effect::speaks);
            region.effects |= row.effects;
            if (row.next_action != NextAction::required) region.ends = true;
        }
        for (const Transition& transition : flow.transitions_of(action)) {
            if (transition.target == no_action) region.ends = true;
            else if (component(transition.target) == component(id)) region.turns = has_circles_ = true;
            else {
                region.leaves = true;
                const bool is_failed_prompt = transition.kind == Transition::Kind::error && speaks;
                if (!is_failed_prompt) region.leaves_unfailed = true;
            }
        }
    }
}

}  // namespace flowc
