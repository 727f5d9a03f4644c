#include "lint/graph/leads_to.hpp"

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

/// Whether each action, or one that can come after it, uses the queue.
std::vector<bool> used_from(const Lint& lint) {
    const Flow& flow = lint.flow;
    std::vector<bool> uses(flow.actions.size(), false);
    for (ActionId id = 0; id < flow.actions.size(); ++id) uses[id] = lint.ways.open(id) || uses_queue(lint.row(flow.actions[id]));
    for (const Use& use : lint.uses)
        if (use.space == "Queue") uses[use.action] = true;
    return leads_to(lint, uses);
}

}  // namespace

void check_queue_set_and_unused(const Lint& lint) {
    if (lint.flow.is_open) return;
    std::vector<bool> used;
    for (ActionId id = 0; id < lint.flow.actions.size(); ++id) {
        const Action& action = lint.flow.actions[id];
        const ActionInfo* row = lint.row(action);
        if (!row || !row->has(Effect::sets_target_queue) || !lint.graph.reachable(id)) continue;
        if (used.empty()) used = used_from(lint);
        bool after = lint.ways.open(id);
        for (const Transition& edge : lint.flow.transitions_of(action))
            after = after || (edge.target != no_action && used[edge.target]);
        if (after) continue;
        lint.report(action, rules::queue_set_and_unused, action.identifier_span,
                    "this queue is set, and no way behind here uses it; transfer to it, or take this out");
    }
}

}  // namespace flowc::lint
