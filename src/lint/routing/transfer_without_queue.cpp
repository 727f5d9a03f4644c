#include <optional>

#include "lint/lint.hpp"

namespace flowc::rules {

const RuleInfo transfer_without_queue{
    "transfer-without-queue",
    Category::routing,
    Severity::warning,
    "on some way to a transfer to a queue no queue has been set",
    "on that way the transfer fails, and the caller goes the way of its error",
    "AWS's reference: the transfer has no parameters; the queue is the one that was set for the contact before",
    "a flow before this one has set the queue"};

}  // namespace flowc::rules

namespace flowc::lint {

void check_transfer_without_queue(const Lint& lint) {
    if (!lint.any(Effect::leaves_to_queue) || !lint.any(Effect::sets_target_queue)) return;
    // In the other flow types the contact has a queue already.
    if (lint.flow.type != FlowType::contact_flow && lint.flow.type != FlowType::unknown) return;
    std::optional<EffectsSoFar> tried;
    for (ActionId id = 0; id < lint.flow.actions.size(); ++id) {
        const Action& action = lint.flow.actions[id];
        const ActionInfo* row = lint.row(action);
        if (!row || !row->has(Effect::leaves_to_queue) || !lint.graph.reachable(id)) continue;
        // Set nowhere before: another flow has done it, or the flow's type is another one.
        if (!lint.effects.sometimes(id, Effect::sets_target_queue) || lint.effects.always(id, Effect::sets_target_queue))
            continue;
        if (lint.effects.sometimes(id, Effect::calls_module)) continue;
        if (!tried) tried.emplace(lint.flow, EffectsSoFar::Failure::done);
        if (tried->always(id, Effect::sets_target_queue))
            lint.diagnostics
                .report(rules::transfer_without_queue, action.identifier_span,
                        "when setting the queue fails, the contact comes here all the same, and has none; lead that "
                        "error branch to an apology")
                .severity = Severity::note;
        else
            lint.diagnostics.report(rules::transfer_without_queue, action.identifier_span,
                                    "a way leads to this transfer on which no queue has been set; set one there, or lead "
                                    "that way elsewhere");
    }
}

}  // namespace flowc::lint
