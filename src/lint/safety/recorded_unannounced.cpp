#include "lint/lint.hpp"

namespace flowc::rules {

const RuleInfo recorded_unannounced{
    "recorded-unannounced",
    Category::safety,
    Severity::warning,
    "a caller who is recorded reaches an agent without having heard a word",
    "in many places a call may be recorded only after the caller has been told",
    "AWS's guide on recordings leaves the announcement to the flow; nothing is said by the service itself",
    "the caller has been told by a flow before this one that flowc has not been shown, or by a customer whisper"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// Recording is switched on where the action lists somebody to record.
bool lists_somebody(Node node) {
    if (node.is_sequence()) return node.size() > 0;
    for (const Entry entry : node.entries())
        if (lists_somebody(entry.value)) return true;
    return false;
}

}  // namespace

void check_recorded_unannounced(const Lint& lint) {
    if (!lint.any(Effect::sets_recording)) return;
    if (!lint.whole || (lint.flow.type != FlowType::contact_flow && lint.flow.type != FlowType::unknown)) return;
    const Action* recording = nullptr;
    for (const Action& action : lint.flow.actions) {
        const ActionInfo* row = lint.row(action);
        if (row && row->has(Effect::sets_recording) && lint.reachable(action) &&
            lists_somebody(lint.parameters(action))) {
            recording = &action;
            break;
        }
    }
    if (!recording || lint.others.may_lead_to(lint.flow)) return;
    for (ActionId id = 0; id < lint.flow.actions.size(); ++id) {
        const Action& action = lint.flow.actions[id];
        const ActionInfo* row = lint.row(action);
        if (!row || !(row->has(Effect::leaves_to_queue) || row->has(Effect::leaves_to_agent)) ||
            !lint.graph.reachable(id))
            continue;
        const auto before = [&](Effect effect) { return lint.effects.sometimes(id, effect); };
        if (!lint.effects.always(id, Effect::sets_recording) || before(Effect::speaks) ||
            before(Effect::calls_module) || before(Effect::replaces_view) || before(Effect::sets_event_hook))
            continue;
        lint.report(action, rules::recorded_unannounced, action.identifier_span,
                    "the call is recorded from here on, and the caller has heard nothing before; announce it first")
            .labels.push_back({recording->identifier_span, "recording is switched on here"});
    }
}

}  // namespace flowc::lint
