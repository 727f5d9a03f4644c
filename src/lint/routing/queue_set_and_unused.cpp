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
    for (const Effect effect :
         {Effect::leaves_to_queue, Effect::leaves_to_flow, Effect::leaves_to_agent, Effect::calls_module,
          Effect::creates_contact, Effect::replaces_metrics, Effect::replaces_external, Effect::returns_from_module,
          Effect::sets_routing, Effect::sets_callback_number})
        if (row->has(effect)) return true;
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
    return lint.ways.open(next.front().target) || uses_queue(lint.row(lint.flow.actions[next.front().target]));
}

/// Whether each action uses the queue that is set before it.
std::vector<bool> queue_uses(const Lint& lint) {
    const Flow& flow = lint.flow;
    std::vector<bool> uses(flow.actions.size(), false);
    for (ActionId id = 0; id < flow.actions.size(); ++id)
        uses[id] = lint.ways.open(id) || uses_queue(lint.row(flow.actions[id]));
    for (const Use& use : lint.uses)
        if (use.space == "Queue") uses[use.action] = true;
    return uses;
}

/// Whether each action, or one behind it, uses the queue before another one is set.
std::vector<bool> used_before_set(const Lint& lint, const std::vector<bool>& uses) {
    const Flow& flow = lint.flow;
    std::vector<std::vector<ActionId>> before(flow.actions.size());
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        const bool sets = has_any(lint.row(flow.actions[id]), {Effect::sets_target_queue});
        // Where setting it fails the queue is the one before.
        for (const Transition& edge : flow.transitions_of(flow.actions[id]))
            if (edge.target != no_action && (!sets || edge.kind == Transition::Kind::error))
                before[edge.target].push_back(id);
    }
    std::vector<bool> used = uses;
    std::vector<ActionId> open;
    for (ActionId id = 0; id < used.size(); ++id)
        if (used[id]) open.push_back(id);
    while (!open.empty()) {
        const ActionId id = open.back();
        open.pop_back();
        for (const ActionId one : before[id]) {
            if (used[one]) continue;
            used[one] = true;
            open.push_back(one);
        }
    }
    return used;
}

}  // namespace

void check_queue_set_and_unused(const Lint& lint) {
    if (lint.flow.is_open) return;
    std::vector<bool> used;
    std::vector<bool> used_now;
    for (ActionId id = 0; id < lint.flow.actions.size(); ++id) {
        const Action& action = lint.flow.actions[id];
        const ActionInfo* row = lint.row(action);
        if (!row || !row->has(Effect::sets_target_queue) || !lint.graph.reachable(id)) continue;
        if (is_used_next(lint, action)) continue;
        if (used.empty()) {
            const std::vector<bool> uses = queue_uses(lint);
            used = leads_to(lint, uses);
            used_now = used_before_set(lint, uses);
        }
        bool after = lint.ways.open(id);
        bool at_once = after;
        for (const Transition& edge : lint.flow.transitions_of(action)) {
            if (edge.target == no_action) continue;
            after = after || used[edge.target];
            at_once = at_once || (edge.kind != Transition::Kind::error && used_now[edge.target]);
        }
        if (at_once) continue;
        lint.report(
            action, rules::queue_set_and_unused, action.identifier_span,
            after
                ? "this queue is set, and another one is set before anything uses it; transfer to it, or take this out"
                : "this queue is set, and no way behind here uses it; transfer to it, or take this out");
    }
}

}  // namespace flowc::lint
