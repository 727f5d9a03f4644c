#include "ir/condition.hpp"
#include "lint/graph/leads_nowhere.hpp"
#include "lint/silence.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo unbounded_retry{
    "unbounded-retry",
    Category::graph,
    Severity::warning,
    "a caller who says nothing, or always the wrong thing, is asked for ever",
    "a line that nobody speaks on stays open and is paid for; a caller who cannot press keys never reaches anybody",
    "AWS's reference: an input action has no retries of its own; a Loop is what counts them; experiments with the "
    "service: "
    "an input that stores digits goes on with the text `Timeout` on silence",
    "a Lambda in the circle counts the tries and writes the attribute that leads out"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// Whether the branch is the one that a Loop takes when it is used up. It counts from the beginning then.
bool is_used_up(const Lint& lint, const ActionInfo& loop, const Transition& edge) {
    constexpr std::string_view condition = Term::condition_prefix;
    if (edge.kind != Transition::Kind::condition || edge.operands == no_node || !loop.mirrors.starts_with(condition))
        return false;
    const Node operands = lint.flow.node(edge.operands);
    return operands.size() == 1 && loop.mirrors.substr(condition.size()) == (*operands.items().begin()).text();
}

}  // namespace

void check_unbounded_retry(const Lint& lint) {
    if (circles_by_design(lint.flow.type)) return;
    const auto may_retry = [](const Region& region) {
        return region.turns && (region.has(Effect::waits_for_input) || region.has(Effect::counts_loop));
    };
    if (std::none_of(lint.graph.regions().begin(), lint.graph.regions().end(), may_retry)) return;
    // A view waits for an agent, who is not lost on a line.
    ActionSet asking = lint.with(Effect::waits_for_input);
    asking -= lint.with(Effect::replaces_view);
    const ActionSet counting = lint.with(Effect::counts_loop);
    const auto asks = [&](ActionId id) { return asking.has(id); };
    const auto counts = [&](ActionId id) { return counting.has(id); };
    // An input that stores digits takes its success branch on silence, and so it does not fail; a comparison behind it tells.
    std::vector<const Transition*> ways_of_silence;
    if (lint.any(Effect::stores_input))
        for (const Action& action : lint.flow.actions) ways_of_silence.push_back(way_of_silence(lint.flow, action));
    const auto silent = [&](ActionId id) { return ways_of_silence.empty() ? nullptr : ways_of_silence[id]; };
    const auto tests_input_of = [&](ActionId id, const Transition& edge) {
        return edge.kind == Transition::Kind::next && edge.target != no_action && silent(edge.target) &&
               has_effect(lint.flow, lint.flow.actions[id], Effect::stores_input) == Truth::yes;
    };
    // A key that the caller chose is no retry, and what a Loop counts has an end.
    // A Loop whose used-up branch comes back to it counts nothing.
    ActionSet idle = lint.none();
    const auto leads_on = [&](ActionId from, const Transition& edge) {
        // An action of a type that is not known may be the one that counts.
        if (lint.ways.idle(edge) || !lint.row(lint.flow.actions[from])) return false;
        if (counts(from)) return idle.has(from) || is_used_up(lint, *lint.row(lint.flow.actions[from]), edge);
        if (!asks(from)) return !silent(from) || &edge == silent(from);
        return edge.kind == Transition::Kind::error || tests_input_of(from, edge);
    };
    const auto stays = [&](ActionId id, const Transition& edge) {
        return edge.target != no_action && lint.graph.component(edge.target) == lint.graph.component(id);
    };
    // Most menus count their tries, lead no failure anywhere else in a circle, and end where the tries are used up.
    const auto retries = [&](ActionId id) {
        const auto edges = lint.flow.transitions_of(lint.flow.actions[id]);
        if (counts(id))
            return std::any_of(edges.begin(), edges.end(),
                               [&](const Transition& edge) { return leads_on(id, edge) && stays(id, edge); });
        return asks(id) && std::any_of(edges.begin(), edges.end(), [&](const Transition& edge) {
                   return leads_on(id, edge) && stays(id, edge) && !counts(edge.target);
               });
    };
    const auto any_retries = [&](const ActionSet& actions) {
        for (const ActionId id : actions)
            if (lint.graph.region(id).turns && retries(id)) return true;
        return false;
    };
    if (!any_retries(asking) && !any_retries(counting)) return;
    Components parts = components(lint.flow, leads_on);
    ActionSet turns = on_cycle(lint.flow, leads_on, parts);
    idle |= counting;
    idle &= turns;
    idle &= lint.reached;
    if (!idle.empty()) {
        parts = components(lint.flow, leads_on);
        turns = on_cycle(lint.flow, leads_on, parts);
    }
    const ActionSet ended = counted_by_value(lint, parts);
    const auto wanted = [&](ActionId id) {
        return turns.has(id) && asks(id) && lint.graph.reachable(id) && !ended.has(parts.of[id]);
    };
    ActionSet asked(parts.count);
    for (const ActionId id : asking)
        if (wanted(id)) asked.add(parts.of[id]);
    ActionSet counted(parts.count);
    for (const ActionId id : counting) {
        if (!turns.has(id) || !lint.graph.reachable(id)) continue;
        for (const Transition& edge : lint.flow.transitions_of(lint.flow.actions[id])) {
            if (edge.target == no_action || !is_used_up(lint, *lint.row(lint.flow.actions[id]), edge)) continue;
            if (parts.of[edge.target] != parts.of[id]) continue;
            // Where no way leads out at all, that is said.
            if (leads_nowhere(lint.graph.region(id))) counted.add(parts.of[id]);
            if (counted.has(parts.of[id]) || !asked.has(parts.of[id])) continue;
            counted.add(parts.of[id]);
            lint.report(
                id, rules::unbounded_retry, edge.span,
                rules::text(
                    {"the caller is asked for ever: when this loop is used up it leads back to the question, and "
                     "counts from the beginning; lead it to a goodbye, or to somebody"}));
        }
    }
    for (const ActionId id : first_of_each_component(lint, parts.of, wanted)) {
        if (counted.has(parts.of[id])) continue;
        const Action& action = lint.flow.actions[id];
        // What leads straight back, before what does by way of something else that has to fail as well.
        const Transition* back = nullptr;
        for (const Transition& edge : lint.flow.transitions_of(action)) {
            if (edge.target == no_action || !leads_on(id, edge) || parts.of[edge.target] != parts.of[id]) continue;
            if (!back || (edge.target == id && back->target != id)) back = &edge;
        }
        if (!back) continue;
        if (tests_input_of(id, *back)) {
            lint.report(back->target, rules::unbounded_retry, silent(back->target)->span,
                        "whoever enters nothing is asked again, and nothing counts how often; lead this "
                        "way through a Loop whose `DoneLooping` goes on");
            continue;
        }
        lint.report(action, rules::unbounded_retry, back->span,
                    rules::text({"after ", quote(back->label),
                                 " the caller is asked again, and nothing counts how often; "
                                 "lead it through a Loop whose `DoneLooping` goes on"}));
    }
}

}  // namespace flowc::lint
