#include <algorithm>

#include "flowdsl/flow_lowering.hpp"
#include "ir/analysis.hpp"

namespace flowc::dsl {

/// A menu counts its tries with a Loop, which the service resets only when it is used up. Where a
/// caller can come back to the menu by way of other steps, the count goes on from where it stood.
void FlowLowering::note_menus_entered_again() {
    const auto counts = [](const ActionDraft& draft) { return draft.type == ActionType::Loop; };
    if (incomplete() || std::none_of(drafts_.begin(), drafts_.end(), counts)) return;
    // The graph of steps: a step's own actions are one node, so its own retry is no way back.
    Flow steps;
    steps.actions.resize(steps_ + 1);
    std::vector<const ActionDraft*> order;
    for (const ActionDraft& draft : drafts_)
        if (!draft.dropped) order.push_back(&draft);
    for (ActionId id = 0; id < order.size(); ++id) {
        Action& step = steps.actions[order[id]->step];
        // The drafts of a step stand together, so its edges do too.
        if (step.transition_count == 0) step.first_transition = static_cast<std::uint32_t>(steps.transitions.size());
        for (Transition edge : flow_.transitions_of(flow_.actions[id])) {
            if (edge.target == no_action || order[edge.target]->step == order[id]->step) continue;
            edge.target = order[edge.target]->step;
            steps.transitions.push_back(edge);
            ++step.transition_count;
        }
    }
    steps.start = order.empty() ? no_action : order[flow_.start]->step;
    const Analysis analysis(steps);
    std::vector<std::uint32_t> members(analysis.component_count());
    for (ActionId step = 0; step < steps.actions.size(); ++step) ++members[analysis.component(step)];
    std::uint32_t noted = 0;
    for (const ActionDraft* draft : order) {
        if (draft->type != ActionType::Loop || draft->step == noted || members[analysis.component(draft->step)] < 2) continue;
        const VerbInfo* verb = find_verb(draft->verb);
        if (!verb || !verb->repeatable) continue;
        noted = draft->step;
        diagnostics_.report(rules::menu_may_reenter, draft->type_span,
                            "a caller can come back to this `" + std::string{verb->name} +
                                "`, and its `tries` are then counted on from where they stood: the service resets the count only when it is used up");
    }
}

}  // namespace flowc::dsl
