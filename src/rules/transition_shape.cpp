#include <array>

#include "rules/branches.hpp"
#include "rules/conditions.hpp"
#include "rules/fix.hpp"
#include "rules/foreign_keys.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo transition_shape{
    "transition-shape",
    Category::validity,
    Severity::error,
    "a branch of an action is not written as the Flow language has it",
    "the service cannot read the branch and refuses the flow",
    "AWS's reference: Transitions holds NextAction, Errors of {ErrorType, NextAction} and Conditions of {NextAction, "
    "Condition: {Operator, Operands}}",
    "never: the service reads nothing else there",
    true};

namespace {

Diagnostic& report_shape(Check& check, Span span, std::string message) {
    return check.diagnostics.report(transition_shape, span, std::move(message));
}

constexpr std::array<std::string_view, 2> error_keys{"NextAction", "ErrorType"};
constexpr std::array<std::string_view, 2> branch_keys{"NextAction", "Condition"};
constexpr std::array<std::string_view, 2> condition_keys{"Operator", "Operands"};

Span opening(Node node) { return {node.span().begin, node.span().begin + 1}; }

/// A key that has to hold a string.
void check_word(Check& check, Node object, std::string_view name, std::string_view of,
                std::span<const std::string_view> known) {
    const Node value = object.find(name);
    if (const Node key = value ? Node() : misspelt_key(object, name, known)) {
        Diagnostic& finding = report_shape(
            check, key.span(), text({"unknown key ", quote(key.text()), " of the ", of, "; write `", name, "`"}));
        offer_word(check, finding, key, name);
    } else if (!value) {
        report_shape(check, opening(object), text({"the ", of, " has no `", name, "`"}));
    } else if (!value.is_string()) {
        report_shape(check, value.span(), text({"`", name, "` of the ", of, " is no string"}));
    } else if (value.text().empty() && name != "NextAction") {
        report_shape(check, value.span(), text({"`", name, "` of the ", of, " is empty"}));
    }
}

/// Whether a condition is put together of others, as no condition can be; it is told.
bool is_logic(Check& check, const Action& action, Node condition) {
    const ActionInfo* row = check.row(action);
    if (!row || condition.find_key("Operator") || condition.find_key("Operands")) return false;
    for (const auto [key, value] : condition.entries()) {
        if (!contains(row->conditions.refused_operators, key.text())) continue;
        report_shape(
            check, key.span(),
            text({"a condition has no ", quote(key.text()),
                  "; write a branch for each, with one `Operator` and its `Operands`, or one comparison behind "
                  "another"}));
        return true;
    }
    return false;
}

void check_condition(Check& check, const Action& action, Node branch) {
    const Node condition = branch.find("Condition");
    if (is_opaque(condition)) return;
    if (!condition.is_mapping()) {
        report_shape(check, condition ? condition.span() : opening(branch),
                     "the branch has no `Condition` object; write `{\"Operator\": \"Equals\", \"Operands\": [\"…\"]}`");
        return;
    }
    const Node operands = condition.find("Operands");
    if (is_logic(check, action, condition)) return;
    check_word(check, condition, "Operator", "condition", condition_keys);
    if (const Node key = misspelt_key(condition, "Operands", condition_keys)) {
        Diagnostic& finding = report_shape(
            check, key.span(), text({"unknown key ", quote(key.text()), " of the condition; write `Operands`"}));
        offer_word(check, finding, key, "Operands");
        return;
    }
    if (!operands.is_sequence() && !is_opaque(operands)) {
        Diagnostic& finding = report_shape(check, operands ? operands.span() : opening(condition),
                                           "the condition has no list `Operands`; write `[\"…\"]`");
        if (operands.is_string())
            offer(check, finding, "write the operand as a list", true,
                  {fixes::replace(operands, "[" + fixes::json_string(operands.text()) + "]")});
    }
}

void check_list(Check& check, const Action& action, Node transitions, std::string_view name) {
    const Node list = transitions.find(name);
    if (!list) {
        if (const Node key = misspelt_key(transitions, name, transition_keys)) {
            Diagnostic& finding = report_shape(
                check, key.span(), text({"unknown key ", quote(key.text()), " of `Transitions`; write `", name, "`"}));
            offer_word(check, finding, key, name);
        }
        return;
    }
    if (is_opaque(list)) return;
    if (!list.is_sequence()) {
        report_shape(check, list.span(), text({"`", name, "` is not a list"}));
        return;
    }
    const bool errors = name == "Errors";
    for (const Node branch : list.items()) {
        if (is_opaque(branch)) continue;
        if (!branch.is_mapping()) {
            report_shape(check, branch.span(), text({"an item of `", name, "` is no object"}));
            continue;
        }
        const std::span<const std::string_view> known = errors ? error_keys : branch_keys;
        check_word(check, branch, "NextAction", errors ? "error branch" : "condition branch", known);
        if (errors) check_word(check, branch, "ErrorType", "error branch", known);
        else check_condition(check, action, branch);
    }
}

}  // namespace

void check_transition_shape(Check& check, const Action& action) {
    const Node transitions = check.flow.node(action.transitions);
    if (!transitions.is_mapping()) return;
    const Node next = transitions.find("NextAction");
    if (next && !next.is_string())
        report_shape(check, next.span(), "`NextAction` is no string; name the action that comes next");
    check_list(check, action, transitions, "Conditions");
    check_list(check, action, transitions, "Errors");
    // A missing `NextAction`, the first of the keys, is another rule's.
    const ActionInfo* row = check.row(action);
    const bool misses_next = !next && row && row->next_action == NextAction::required && has_transitions(check, action);
    report_foreign_keys(check, transition_shape, transitions, "`Transitions`", transition_keys,
                        std::span{transition_keys}.subspan(misses_next ? 0 : 1));
}

}  // namespace flowc::rules
