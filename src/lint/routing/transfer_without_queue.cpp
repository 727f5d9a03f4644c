#include "lint/lint.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo transfer_without_queue{
    "transfer-without-queue",
    Category::routing,
    Severity::warning,
    "on some way to a transfer to a queue, to a callback, or to a question about the contact's queue, no queue "
    "has been set",
    "on that way the transfer fails, or nothing is there to be asked, and the caller goes the way of the error",
    "AWS's reference: the transfer has no parameters, and a callback and a question need not name a queue; it is "
    "the one that was set for the contact before",
    "a flow before this one has set the queue, or whoever started the contact by the API"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// Whether a transfer or a callback takes the queue that was set for the contact: it names none of its own.
bool takes_the_queue(const Lint& lint, const Action& action) {
    const ActionInfo* row = lint.row(action);
    bool takes = row->has(Effect::leaves_to_queue);
    for (const ParameterInfo& parameter : row->parameters) {
        if (parameter.resource != ResourceKind::queue && parameter.resource != ResourceKind::agent) continue;
        if (lint.parameters(action).find(parameter.name)) return false;
        takes = true;
    }
    return takes;
}

/// Whether an action asks for hours or numbers and names nobody's: it is the contact's queue that is asked about.
bool asks_about_the_queue(const Lint& lint, const Action& action) {
    const ActionInfo* row = lint.row(action);
    if (!row || row->category != "flow_control") return false;
    bool asks = false;
    for (const ParameterInfo& parameter : row->parameters) {
        if (parameter.resource != ResourceKind::queue && parameter.resource != ResourceKind::agent &&
            parameter.resource != ResourceKind::hours)
            continue;
        if (lint.parameters(action).find(parameter.name)) return false;
        asks = true;
    }
    return asks;
}

/// No flow that is known sets a queue, and no other one can have come before.
bool set_by_no_flow(const Lint& lint) {
    return lint.whole && lint.flow.type == FlowType::contact_flow && lint.others.whole() &&
           !lint.others.set()->sets_queue();
}

/// Whether the flow sets queues on other ways, and so does not count on a flow before it.
bool sets_queues_itself(const Lint& lint) {
    return lint.whole && lint.flow.type == FlowType::contact_flow && lint.any(Effect::sets_target_queue) &&
           !lint.others.may_lead_to(lint.flow);
}

/// The first question about a queue that nobody can have set. Contacts may bring one along where it is not sure that no flow
/// leads here.
void check_questions(const Lint& lint) {
    if (!set_by_no_flow(lint) && !(lint.others.whole() && sets_queues_itself(lint))) return;
    for (const ActionId id : lint.reached) {
        const Action& action = lint.flow.actions[id];
        if (!asks_about_the_queue(lint, action)) continue;
        if (lint.effects.sometimes(id, Effect::sets_target_queue) || lint.effects.sometimes(id, Effect::calls_module))
            continue;
        lint.report(
            action, rules::transfer_without_queue, action.identifier_span,
            "this asks about the contact's queue, and no queue has been set on any way here; set one before it");
        return;
    }
}

}  // namespace

void check_transfer_without_queue(const Lint& lint) {
    // In the other flow types the contact has a queue already.
    if (lint.flow.type != FlowType::contact_flow && lint.flow.type != FlowType::unknown) return;
    check_questions(lint);
    EffectsSoFar tried(lint.flow, lint.graph, EffectsSoFar::Failure::done);
    for (const ActionId id : lint.reached_with(Effect::leaves_to_queue, Effect::creates_contact)) {
        const Action& action = lint.flow.actions[id];
        if (!takes_the_queue(lint, action)) continue;
        if (lint.effects.always(id, Effect::sets_target_queue) || lint.effects.sometimes(id, Effect::calls_module))
            continue;
        const std::string_view what = lint.row(action)->has(Effect::leaves_to_queue) ? "transfer" : "callback";
        if (!lint.effects.sometimes(id, Effect::sets_target_queue)) {
            // Another flow has done it, or the flow's type is another one, if that is not known.
            if (set_by_no_flow(lint))
                lint.report(action, rules::transfer_without_queue, action.identifier_span,
                            rules::text({"nothing sets a queue before this ", what,
                                         ", in this flow or in another; set one, or it fails"}));
            else if (sets_queues_itself(lint))
                lint.report(action, rules::transfer_without_queue, action.identifier_span,
                            rules::text({"no queue has been set on any way to this ", what,
                                         ", unless a flow before this one has; set one, or it fails"}))
                    .severity = Severity::note;
            continue;
        }
        if (tried.always(id, Effect::sets_target_queue))
            lint.report(action, rules::transfer_without_queue, action.identifier_span,
                        "when setting the queue fails, the contact comes here all the same, and has none; lead that "
                        "error branch to an apology")
                .severity = Severity::note;
        else
            lint.report(action, rules::transfer_without_queue, action.identifier_span,
                        rules::text({"a way leads to this ", what,
                                     " on which no queue has been set; set one there, or lead that way "
                                     "elsewhere"}));
    }
}

}  // namespace flowc::lint
