#include "lint/graph/loops.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo hang_up_without_words{
    "hang-up-without-words",
    Category::graph,
    Severity::note,
    "the line is cut on a way on which the caller has heard nothing",
    "callers take it for a broken line and call again",
    "AWS's reference: a disconnect says nothing by itself",
    "the flow takes over from another flow that has spoken, or no voice contact goes this way"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// The actions that a branch leads to which can be taken: a NextAction beside branches for every outcome never is.
std::vector<bool> entered_actions(const Lint& lint) {
    std::vector<bool> entered(lint.flow.actions.size(), false);
    if (lint.flow.start != no_action) entered[lint.flow.start] = true;
    for (const Action& action : lint.flow.actions) {
        const ActionInfo* row = lint.row(action);
        // Input that is stored goes on by NextAction, whatever a menu does.
        const bool never = row && !row->mirrors.empty() && !row->has(Effect::stores_input);
        for (const Transition& edge : lint.flow.transitions_of(action))
            if (edge.target != no_action && !(never && edge.kind == Transition::Kind::next)) entered[edge.target] = true;
    }
    return entered;
}

}  // namespace

void check_hang_up_without_words(const Lint& lint) {
    // Where a caller comes from another flow, or has spoken to somebody, this flow need not be the one that speaks.
    if (lint.flow.type != FlowType::contact_flow && lint.flow.type != FlowType::unknown) return;
    bool speaks = false;
    for (const Action& action : lint.flow.actions)
        speaks = speaks || (lint.reachable(action) && has_any(lint.row(action), {Effect::speaks}));
    if (!speaks) return;
    const std::vector<bool> entered = entered_actions(lint);
    for (ActionId id = 0; id < lint.flow.actions.size(); ++id) {
        const Action& action = lint.flow.actions[id];
        if (!entered[id] || !lint.graph.reachable(id) || !has_any(lint.row(action), {Effect::disconnects})) continue;
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
