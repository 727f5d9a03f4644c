#include "ir/follow_ways.hpp"
#include "lint/channels.hpp"
#include "lint/graph/loops.hpp"
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

/// How callers come to an action who have not heard a word: the channels of those who are recorded, and of the others.
struct Silent {
    Channels recorded = 0;
    Channels others = 0;
};

std::vector<Silent> silent_ways(const Lint& lint) {
    const Flow& flow = lint.flow;
    std::vector<Silent> at(flow.actions.size());
    // After these the caller has heard or seen something, or another flow may have spoken.
    ActionSet told = lint.with(Effect::speaks, Effect::calls_module, Effect::replaces_view, Effect::sets_event_hook);
    told |= lint.by_effect.unknown();
    const ActionSet records = lint.with(Effect::sets_recording);
    ActionSet switches_on = lint.none();
    for (const ActionId id : records) switches_on.add_if(lists_somebody(lint.parameters(flow.actions[id])), id);
    at[flow.start].others = lint.channels.at(flow.start);
    // Channels only ever come in, at most four to an action, twice.
    follow_ways(flow, lint.graph, [&](ActionId id, const Transition& branch) {
        if (told.has(id)) return false;
        const Channels along = lint.channels.along(id, branch);
        Silent after{static_cast<Channels>(at[id].recorded & along), static_cast<Channels>(at[id].others & along)};
        if (records.has(id) && branch.kind != Transition::Kind::error) {
            const Channels both = static_cast<Channels>(after.recorded | after.others);
            after = switches_on.has(id) ? Silent{both, 0} : Silent{0, both};
        }
        Silent& there = at[branch.target];
        after.recorded = static_cast<Channels>(after.recorded | there.recorded);
        after.others = static_cast<Channels>(after.others | there.others);
        const bool changed = after.recorded != there.recorded || after.others != there.others;
        there = after;
        return changed;
    });
    return at;
}

}  // namespace

void check_recorded_unannounced(const Lint& lint) {
    if (!lint.whole || (lint.flow.type != FlowType::contact_flow && lint.flow.type != FlowType::unknown)) return;
    const Action* recording = nullptr;
    for (const ActionId id : lint.reached_with(Effect::sets_recording)) {
        if (!lists_somebody(lint.parameters(lint.flow.actions[id]))) continue;
        recording = &lint.flow.actions[id];
        break;
    }
    if (!recording || lint.others.may_lead_to(lint.flow)) return;
    const std::vector<Silent> silent = silent_ways(lint);
    for (ActionId id = 0; id < lint.flow.actions.size(); ++id) {
        const Action& action = lint.flow.actions[id];
        if ((silent[id].recorded & voice_alone) == 0 ||
            !has_any(lint.row(action), {Effect::leaves_to_queue, Effect::leaves_to_agent}))
            continue;
        lint.report(action, rules::recorded_unannounced, action.identifier_span,
                    lint.effects.sometimes(id, Effect::speaks)
                        ? "the call is recorded from here on, and on one way the caller has heard nothing before; "
                          "announce it on every way"
                        : "the call is recorded from here on, and the caller has heard nothing before; announce it "
                          "first")
            .labels.push_back({recording->identifier_span, "recording is switched on here"});
    }
}

}  // namespace flowc::lint
