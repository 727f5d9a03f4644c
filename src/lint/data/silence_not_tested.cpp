#include "fixes/json_edit.hpp"
#include "ir/action_walk.hpp"
#include "ir/condition.hpp"
#include "lint/lint.hpp"
#include "lint/silence.hpp"
#include "rules/wording.hpp"
#include "source/ascii.hpp"

namespace flowc::rules {

const RuleInfo silence_not_tested{
    "silence-not-tested",
    Category::data,
    Severity::warning,
    "what the caller entered is used, and nothing tests whether anything was entered",
    "a caller who enters nothing goes on with the word `Timeout` as if it had been entered: it is looked up, stored or "
    "dialled",
    "published experiments with the service: an input that stores digits takes its success branch on silence, with the "
    "text `Timeout`; 76 published flows compare with it",
    "a module that is called behind it tests the word"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// Whether an action compares with the word that stands for silence.
bool tests_silence(const Lint& lint, const Action& action) {
    for (const Transition& branch : lint.flow.transitions_of(action)) {
        if (branch.kind != Transition::Kind::condition || branch.operands == no_node) continue;
        for (const Node operand : lint.flow.node(branch.operands).items())
            if (operand.is_string() && operand.text() == silence) return true;
    }
    return false;
}

/// Reports comparisons of what was entered with the word written in another case, which is never there; true: there are some.
bool report_other_case(const Lint& lint) {
    bool any = false;
    ActionSet seen = lint.none();
    for (const Use& use : lint.uses) {
        if (use.space != Space::stored_input || use.operands || seen.has(use.action) ||
            !lint.graph.reachable(use.action))
            continue;
        seen.add(use.action);
        const Action& action = lint.flow.actions[use.action];
        for (const Transition& branch : lint.flow.transitions_of(action, Transition::Kind::condition)) {
            if (branch.operands == no_node) continue;
            const Node operands = lint.flow.node(branch.operands);
            if (operands.size() != 1) continue;
            const Node operand = *operands.items().begin();
            if (!operand.is_string() || operand.text() == silence || !same_word(operand.text(), silence)) continue;
            Diagnostic& found = lint.report(action, rules::silence_not_tested, operand.span(),
                                            rules::text({"a caller who enters nothing gets here with the text `",
                                                         silence, "`, and texts are compared exactly; write it so"}));
            if (!lint.compiled())
                found.fixes.push_back(
                    {rules::text({"write `", silence, "`"}), false, {fixes::write_text(operand, silence)}});
            any = true;
        }
    }
    return any;
}

/// Whether the word is nothing to an action: it is no number to call back, for which there is a branch, and a Lambda can know it.
bool refuses_silence(const Lint& lint, const Action& action) {
    const ActionInfo* row = lint.row(action);
    return row && (row->has(Effect::sets_callback_number) || row->has(Effect::replaces_external));
}

/// Whether whatever sets a number to call back takes it from what was entered: behind it the word cannot be.
bool calls_back_what_was_entered(const Lint& lint) {
    if (!lint.any(Effect::sets_callback_number)) return false;
    ActionSet others = lint.with(Effect::sets_callback_number);
    for (const Use& use : lint.uses)
        if (use.space == Space::stored_input) others.drop(use.action);
    return others.empty();
}

/// The actions that callers come to who have entered nothing: a comparison leads them one way, and those who have entered
/// something another.
ActionSet reached_by_silence(const Lint& lint) {
    const Flow& flow = lint.flow;
    ActionWalk walk(flow);
    const auto go_on = [&](const Action& action) {
        const Transition* chosen = way_of_silence(flow, action);
        for (const Transition& branch : flow.transitions_of(action))
            if (!chosen || &branch == chosen) walk.reach(branch.target);
    };
    for (const ActionId id : lint.reached_with(Effect::stores_input))
        if (has_effect(flow, flow.actions[id], Effect::stores_input) != Truth::no) go_on(flow.actions[id]);
    while (!walk.done()) go_on(flow.actions[walk.next()]);
    return std::move(walk).met();
}

}  // namespace

void check_silence_not_tested(const Lint& lint) {
    if (report_other_case(lint)) return;
    const bool refused_where_set = calls_back_what_was_entered(lint);
    const ActionSet reached = reached_by_silence(lint);
    const Use* first = nullptr;
    for (const Use& use : lint.uses) {
        if (use.space != Space::stored_input || !lint.graph.reachable(use.action)) continue;
        if (tests_silence(lint, lint.flow.actions[use.action])) return;
        if (!lint.effects.sometimes(use.action, Effect::stores_input)) continue;
        if (refused_where_set && lint.effects.always(use.action, Effect::sets_callback_number)) continue;
        const Action& action = lint.flow.actions[use.action];
        if (!reached.has(use.action) || way_of_silence(lint.flow, action)) continue;
        if (!first && !refuses_silence(lint, action)) first = &use;
    }
    if (!first) return;
    for (const Action& action : lint.flow.actions)
        if (tests_silence(lint, action)) return;
    lint.report(first->action, rules::silence_not_tested, lint.place_of(*first),
                "a caller who enters nothing gets here with the text `Timeout`; compare with it right after "
                "the input");
}

}  // namespace flowc::lint
