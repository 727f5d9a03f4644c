#include "lint/graph/loops.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo unbounded_retry{
    "unbounded-retry",
    Category::graph,
    Severity::warning,
    "a caller who says nothing, or always the wrong thing, is asked for ever",
    "a line that nobody speaks on stays open and is paid for; a caller who cannot press keys never reaches anybody",
    "AWS's reference: an input action has no retries of its own; a Loop is what counts them",
    "a Lambda in the circle counts the tries and leads out"};

}  // namespace flowc::rules

namespace flowc::lint {

void check_unbounded_retry(const Lint& lint) {
    if (circles_by_design(lint.flow.type) || !has_circles(lint)) return;
    const auto asks = [&](ActionId id) { return has_any(lint.row(lint.flow.actions[id]), {Effect::waits_for_input}); };
    // A key that the caller chose is no retry, and what a Loop counts has an end.
    const auto leads_on = [&](ActionId from, const Transition& edge) {
        if (has_any(lint.row(lint.flow.actions[from]), {Effect::counts_loop})) return false;
        if (!asks(from)) return true;
        return edge.kind == Transition::Kind::error;
    };
    const Components parts = components(lint.flow, leads_on);
    const std::vector<bool> turns = on_cycle(lint.flow, leads_on, parts);
    const auto wanted = [&](ActionId id) { return turns[id] && asks(id) && lint.graph.reachable(id); };
    for (const ActionId id : first_of_each_component(lint, parts.of, wanted)) {
        const Action& action = lint.flow.actions[id];
        for (const Transition& edge : lint.flow.transitions_of(action)) {
            if (edge.target == no_action || !leads_on(id, edge) || parts.of[edge.target] != parts.of[id]) continue;
            lint.diagnostics.report(
                rules::unbounded_retry, edge.span,
                rules::text({"after ", quote(edge.label), " the caller is asked again, and nothing counts how often; "
                             "lead it through a Loop whose `DoneLooping` goes on"}));
            break;
        }
    }
}

}  // namespace flowc::lint
