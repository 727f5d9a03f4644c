#include "lint/graph/loops.hpp"
#include "rules/wording.hpp"
#include "source/ascii.hpp"

namespace flowc::rules {

const RuleInfo silent_loop{
    "silent-loop",
    Category::graph,
    Severity::warning,
    "actions run in a circle in which nothing is said, and nothing waits for the caller or for time",
    "the caller hears silence while the flow turns as fast as it can; a failing Lambda is called again and again until "
    "the contact ends",
    "AWS's reference: only actions that play, ask or wait take time; there is no limit on how often an action runs",
    "the circle ends by itself within a few turns, such as by an attribute that a Lambda writes"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// Whether an answer says "not yet", however it is written: `IN_PROGRESS`, `in progress`.
bool says_not_yet(std::string_view answer) {
    std::string word;
    for (const char c : answer)
        if (c != '_' && c != '-' && c != ' ') word += lower_case(c);
    for (const std::string_view known :
         {"inprogress", "notready", "notyet", "pending", "processing", "queued", "running"})
        if (word == known) return true;
    return false;
}

/// The components in which a Lambda is asked again because it has answered "not yet". Others count by its answers, or move on.
ActionSet polling(const Lint& lint, const Components& parts) {
    ActionSet polls(parts.count);
    for (const Use& use : lint.uses) {
        if (use.space != Space::external) continue;
        for (const Transition& edge :
             lint.flow.transitions_of(lint.flow.actions[use.action], Transition::Kind::condition)) {
            if (edge.target == no_action || edge.operands == no_node || parts.of[edge.target] != parts.of[use.action])
                continue;
            for (const Node operand : lint.flow.node(edge.operands).items())
                if (says_not_yet(operand.text())) polls.add(parts.of[use.action]);
        }
    }
    return polls;
}

/// The actions that lie in circles, and in which nothing is said and nothing waits.
ActionSet silent_in_circles(const Lint& lint) {
    ActionSet silent = lint.none();
    for (const ActionId id : lint.reached) silent.add_if(lint.graph.region(id).turns, id);
    silent -= lint.by_effect.unknown();
    silent -=
        lint.with(Effect::speaks, Effect::waits_for_input, Effect::waits_for_time, Effect::counts_loop,
                  Effect::leaves_to_agent, Effect::leaves_to_third_party, Effect::calls_module, Effect::disconnects);
    for (const ActionId id : silent)
        if (lint.row(lint.flow.actions[id])->next_action != NextAction::required) silent.drop(id);
    return silent;
}

}  // namespace

void check_silent_loop(const Lint& lint) {
    if (circles_by_design(lint.flow.type)) return;
    const ActionSet passing = silent_in_circles(lint);
    // Where nothing fails the contact is gone.
    const ActionSet moving_on = lint.with(Effect::leaves_to_flow, Effect::leaves_to_queue);
    const auto keep = [&](ActionId from, const Transition& edge) {
        return passing.has(from) && passing.has(edge.target) && !lint.ways.idle(edge) &&
               (edge.kind == Transition::Kind::error || !moving_on.has(from));
    };
    // Most circles are closed by a prompt, and there is nothing to look for.
    if (passing.empty() || !may_turn(lint, keep)) return;
    Components parts = components(lint.flow, keep);
    ActionSet counts = counters(lint, parts);
    const ActionSet polls = polling(lint, parts);
    for (const ActionId id : counts)
        if (polls.has(parts.of[id])) counts.drop(id);
    // What turns without coming by a counter: a Lambda that fails again and again tells none.
    const auto uncounted = [&](ActionId from, const Transition& edge) {
        return keep(from, edge) && !counts.has(from) && !counts.has(edge.target);
    };
    if (!counts.empty()) parts = components(lint.flow, uncounted);
    const ActionSet turns = on_cycle(lint.flow, uncounted, parts);
    for (const ActionId id : first_of_each_component(lint, parts.of, [&](ActionId one) { return turns.has(one); })) {
        // A circle without a way out is another rule's.
        if (!lint.graph.region(id).leaves) continue;
        const Action& action = lint.flow.actions[id];
        lint.report(action, rules::silent_loop, action.identifier_span,
                    rules::text({"from this ", quote(action.type_name),
                                 " a way leads back to it on which nothing is said and nothing waits; "
                                 "put a Loop or a Wait into it"}));
    }
}

}  // namespace flowc::lint
