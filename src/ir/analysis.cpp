#include "ir/analysis.hpp"

namespace flowc {

Analysis::Analysis(const Flow& flow) : components_(components(flow)) { survey(flow); }

const std::vector<BranchCount>& Analysis::branches(const Flow& flow) const {
    if (branches_.empty()) {
        branches_.reserve(flow.actions.size());
        for (const Action& action : flow.actions) branches_.push_back(count_branches(flow, action));
    }
    return branches_;
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
