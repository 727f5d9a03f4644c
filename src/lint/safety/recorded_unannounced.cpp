#include "ir/action_walk.hpp"
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

/// After these the caller has heard or seen something, or another flow may have spoken.
constexpr Effects announced{Effect::speaks, Effect::calls_module, Effect::replaces_view, Effect::sets_event_hook};

/// How callers come to an action who have not heard a word: the channels of those who are recorded, and of the others.
struct Silent {
    Channels recorded = 0;
    Channels others = 0;
};

std::vector<Silent> silent_ways(const Lint& lint) {
    const Flow& flow = lint.flow;
    std::vector<Silent> at(flow.actions.size());
    ActionRounds rounds(flow);
    rounds.reach(flow.start);
    at[flow.start].others = lint.channels.at(flow.start);
    // Channels only ever come in, at most four to an action, twice.
    while (!rounds.done()) {
        const ActionId id = rounds.next();
        const Action& action = flow.actions[id];
        const ActionInfo* row = lint.row(action);
        if (!row || has_any(row, announced)) continue;
        const bool records = row->has(Effect::sets_recording);
        const bool on = records && lists_somebody(lint.parameters(action));
        for (const Transition& edge : flow.transitions_of(action)) {
            if (edge.target == no_action) continue;
            const Channels along = lint.channels.along(id, edge);
            Silent after{static_cast<Channels>(at[id].recorded & along), static_cast<Channels>(at[id].others & along)};
            if (records && edge.kind != Transition::Kind::error) {
                const Channels both = static_cast<Channels>(after.recorded | after.others);
                after = on ? Silent{both, 0} : Silent{0, both};
            }
            Silent& there = at[edge.target];
            if ((there.recorded | after.recorded) == there.recorded && (there.others | after.others) == there.others)
                continue;
            there.recorded = static_cast<Channels>(there.recorded | after.recorded);
            there.others = static_cast<Channels>(there.others | after.others);
            rounds.reach(edge.target);
        }
    }
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
