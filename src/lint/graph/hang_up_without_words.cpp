#include "lint/graph/loops.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo hang_up_without_words{
    "hang-up-without-words",
    Category::graph,
    Severity::warning,
    "the line is cut on a way on which the caller has heard nothing",
    "callers take it for a broken line and call again",
    "AWS's reference: a disconnect says nothing by itself",
    "the flow takes over from another flow that has spoken, or no voice contact goes this way"};

}  // namespace flowc::rules

namespace flowc::lint {

void check_hang_up_without_words(const Lint& lint) {
    // Where a caller comes from another flow, or has spoken to somebody, this flow need not be the one that speaks.
    if (lint.flow.type != FlowType::contact_flow && lint.flow.type != FlowType::unknown) return;
    bool speaks = false;
    for (const Action& action : lint.flow.actions)
        speaks = speaks || (lint.reachable(action) && has_any(lint.row(action), {Effect::speaks}));
    if (!speaks) return;
    for (ActionId id = 0; id < lint.flow.actions.size(); ++id) {
        const Action& action = lint.flow.actions[id];
        if (!lint.graph.reachable(id) || !has_any(lint.row(action), {Effect::disconnects})) continue;
        const auto before = [&](Effect effect) { return lint.effects.sometimes(id, effect); };
        if (before(Effect::speaks) || before(Effect::calls_module) || before(Effect::leaves_to_queue) ||
            before(Effect::leaves_to_third_party) || before(Effect::leaves_to_flow))
            continue;
        lint.diagnostics.report(rules::hang_up_without_words, action.identifier_span,
                                "the caller is cut off here without having heard a word; say why before, or lead the "
                                "way to another ending");
    }
}

}  // namespace flowc::lint
