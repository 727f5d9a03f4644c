#include <optional>

#include "ir/action_walk.hpp"
#include "lint/graph/leads_to.hpp"
#include "lint/graph/loops.hpp"

namespace flowc::rules {

const RuleInfo queue_set_and_unused{
    "queue-set-and-unused",
    Category::routing,
    Severity::warning,
    "a queue is set, and nothing behind it uses the queue",
    "callers who should wait there never do: the transfer was forgotten, or the queue was set on the wrong way",
    "AWS's reference: setting the queue moves nobody; a transfer, a check of its staff or hours, a callback or a text "
    "that names it uses it",
    "a hook or an agent's application reads the contact's queue"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// Actions that use the queue that was set, or hand the contact to something that may.
bool uses_queue(const ActionInfo* row) {
    if (!row) return true;
    if (has_any(row, {Effect::leaves_to_queue, Effect::leaves_to_flow, Effect::leaves_to_agent, Effect::calls_module,
                      Effect::creates_contact, Effect::replaces_metrics, Effect::replaces_external,
                      Effect::returns_from_module, Effect::sets_routing, Effect::sets_callback_number}))
        return true;
    // What checks the hours, staff or size of a queue names none for the one that is set.
    for (const ParameterInfo& parameter : row->parameters)
        if ((parameter.resource == ResourceKind::queue || parameter.resource == ResourceKind::hours) &&
            !row->has(Effect::sets_target_queue))
            return true;
    return false;
}

/// Whether the action that comes next uses the queue, as it does nearly always.
bool is_used_next(const Lint& lint, const Action& action) {
    const auto next = lint.flow.transitions_of(action, Transition::Kind::next);
    if (next.empty() || next.front().target == no_action) return false;
    return lint.open_ways.has(next.front().target) || uses_queue(lint.row(lint.flow.actions[next.front().target]));
}

/// Whether each action uses the queue that is set before it.
ActionSet queue_uses(const Lint& lint) {
    ActionSet uses = lint.none();
    uses |= lint.open_ways;
    for (ActionId id = 0; id < lint.flow.actions.size(); ++id)
        uses.add_if(uses_queue(lint.row(lint.flow.actions[id])), id);
    for (const Use& use : lint.uses) uses.add_if(use.space == Space::queue, use.action);
    return uses;
}

/// Whether each action, or one behind it, uses the queue before another one is set.
ActionSet used_before_set(const Lint& lint, const ActionSet& uses) {
    const ActionSet sets = lint.with(Effect::sets_target_queue);
    ActionWalk walk(lint.flow);
    for (const ActionId id : uses) walk.reach(id);
    while (!walk.done())
        for (const auto& [from, branch] : lint.ways_into[walk.next()])
            // Where setting it fails the queue is the one before.
            if (!sets.has(from) || branch->kind == Transition::Kind::error) walk.reach(from);
    return std::move(walk).met();
}

}  // namespace

void check_queue_set_and_unused(const Lint& lint) {
    if (lint.flow.is_open) return;
    std::optional<ActionSet> uses;
    std::optional<ActionSet> leading;
    std::optional<ActionSet> used_now;
    for (const ActionId id : lint.reached_with(Effect::sets_target_queue)) {
        const Action& action = lint.flow.actions[id];
        if (is_used_next(lint, action)) continue;
        if (!uses) {
            uses.emplace(queue_uses(lint));
            used_now.emplace(used_before_set(lint, *uses));
        }
        const auto edges = lint.flow.transitions_of(action);
        const bool at_once =
            lint.open_ways.has(id) || std::any_of(edges.begin(), edges.end(), [&](const auto& edge) {
                return edge.target != no_action && edge.kind != Transition::Kind::error && used_now->has(edge.target);
            });
        if (at_once) continue;
        if (!leading) leading.emplace(components_leading_to(lint, *uses));
        const bool after = std::any_of(edges.begin(), edges.end(), [&](const Transition& edge) {
            return edge.target != no_action && leading->has(lint.graph.component(edge.target));
        });
        lint.report(
            action, rules::queue_set_and_unused, action.identifier_span,
            after
                ? "this queue is set, and another one is set before anything uses it; transfer to it, or take this out"
                : "this queue is set, and no way behind here uses it; transfer to it, or take this out");
    }
}

}  // namespace flowc::lint
