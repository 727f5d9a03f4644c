#include <algorithm>

#include "flowdsl/lowering/flow_lowering.hpp"
#include "ir/components.hpp"

namespace flowc::dsl {

/// A menu counts its tries with a Loop, which the service resets only when it is used up. Where a
/// caller can come back to the menu by way of other steps, the count goes on from where it stood.
void FlowLowering::note_menus_entered_again() {
    const auto counts = [](const ActionDraft& draft) { return draft.type == ActionType::Loop; };
    if (incomplete() || std::none_of(drafting_->drafts.begin(), drafting_->drafts.end(), counts)) return;
    std::vector<const ActionDraft*> order;
    for (const ActionDraft& draft : drafting_->drafts)
        if (!draft.dropped) order.push_back(&draft);
    // No way comes back where none leads to a step that was lowered before.
    const auto leads_back = [&](ActionId id) {
        const auto all = flow_.transitions_of(flow_.actions[id]);
        return std::any_of(all.begin(), all.end(), [&](const Transition& edge) {
            return edge.target != no_action && order[edge.target]->step < order[id]->step;
        });
    };
    ActionId any = 0;
    while (any < order.size() && !leads_back(any)) ++any;
    if (any == order.size()) return;
    // The graph of steps: a step's own actions are one node, so its own retry is no way back.
    Flow steps;
    steps.actions.resize(steps_ + 1);
    steps.transitions.reserve(flow_.transitions.size());
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
    const Components parts = components(steps);
    std::vector<std::uint32_t> members(parts.count);
    for (const std::uint32_t part : parts.of) ++members[part];
    std::uint32_t noted = 0;
    for (const ActionDraft* draft : order) {
        if (draft->type != ActionType::Loop || draft->step == noted || members[parts.of[draft->step]] < 2) continue;
        const VerbInfo* verb = find_verb(draft->verb);
        if (!verb || !verb->repeatable) continue;
        noted = draft->step;
        const std::size_t before = diagnostics_.items().size();
        diagnostics_.report(rules::menu_may_reenter, draft->type_span,
                            "a caller can come back to this `" + std::string{verb->name} +
                                "`, and its `tries` are then counted on from where they stood: the service resets the "
                                "count only when it is used up");
        label_use_since(before, draft->use);
    }
}

}  // namespace flowc::dsl
