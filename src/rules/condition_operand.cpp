#include <algorithm>
#include <optional>

#include "ir/reference.hpp"
#include "rules/conditions.hpp"
#include "rules/fix.hpp"
#include "rules/report.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo condition_operand{
    "condition-operand",
    Category::validity,
    Severity::error,
    "a condition's operands are too many or too few, empty, or not of this action",
    "the service refuses the flow: \"Invalid branch. Path: 2.Evaluate\"",
    "seen at the service for two operands and for an empty one; closed lists of operands as the catalogue has them",
    "a template puts a list of operands there before the service sees it",
    true};

namespace {

/// What an action compares, as it says itself: with its one reference among the parameters, or with words of a closed list,
/// among which no reference can be.
struct Compared {
    std::string_view reference;
    bool words = false;

    bool stands_in(Node operand) const {
        return references_in(operand.text()) == References::whole && (words || operand.text() == reference);
    }
};

Compared compared_by(const Check& check, const ConditionsUse& use) {
    for (const ParameterInfo& info : use.row.parameters)
        if (wants_reference(info)) return {check.flow.node(use.action.parameters).find(info.name).text(), false};
    return {{}, std::any_of(use.sets.begin(), use.sets.end(), [](const ConditionSet* set) {
                return !set->operands.empty() || !set->exactly.empty();
            })};
}

/// What to do about more operands than one, where all but one say what is compared; without them the condition is whole.
std::string advice(const Check& check, const Compared& compared, Node operands, std::vector<Edit>& edits) {
    std::vector<Node> idle;
    for (const Node operand : operands.items())
        if (compared.stands_in(operand)) idle.push_back(operand);
    if (idle.size() + 1 != operands.size()) return ", write one condition for each";
    if (check.text && idle.size() == 1) edits.push_back(fixes::remove(operands, idle.front()));
    return ", drop the reference: the action says already what is compared";
}

/// Holds operands that are not as nearly all are to their number and kind; true: there is one that can be judged further.
bool check_form(Check& check, const ConditionsUse& use, const Transition& transition, Node operands,
                std::optional<Compared>& compared) {
    const SpecialOperator* special = special_operator(check, use.row, transition.label);
    const std::size_t wanted = special ? special->operands : 1;
    const std::size_t count = operands.size();
    if (count != wanted) {
        std::vector<Edit> edits;
        if (!compared) compared = compared_by(check, use);
        Diagnostic& finding =
            report(check.diagnostics, condition_operand, special ? special->evidence : Evidence::live, operands.span(),
                   text({"the condition has ", counted(count, "operand"), "; `", transition.label, "` takes ",
                         wanted == 0 ? "none" : std::to_string(wanted),
                         count > 1 && wanted == 1 ? advice(check, *compared, operands, edits) : std::string()}));
        if (!edits.empty()) offer(check, finding, "drop the reference", true, std::move(edits));
        return false;
    }
    for (const Node operand : operands.items()) {
        if (!operand.is_scalar() || operand.kind() == NodeKind::null) {
            check.diagnostics.report(condition_operand, operand.span(), "the operand is no text");
            return false;
        }
        if (operand.is_string() && operand.text().empty()) {
            check.diagnostics.report(condition_operand, operand.span(),
                                     "the operand is empty; the service cannot ask for an empty value");
            return false;
        }
        if (!operand.is_string()) {
            Diagnostic& finding = check.diagnostics.report(
                condition_operand, operand.span(),
                text({"the operand is no string; write `\"", operand.text(), "\"` as the console does"}));
            finding.severity = Severity::warning;
            offer(check, finding, text({"write `\"", operand.text(), "\"`"}), true,
                  {fixes::write_text(operand, operand.text())});
        }
    }
    return wanted == 1 && !special;
}

bool is_operator(const Check& check, const ConditionsUse& use, std::string_view name) {
    return special_operator(check, use.row, name) ||
           std::all_of(use.sets.begin(), use.sets.end(), [&](const ConditionSet* set) {
               return set->operators.empty() || contains(set->operators, name);
           });
}

/// Whether the word is one that a list among the parameters does not take: what comes of it is no fault of its own.
bool is_refused_value(const Check& check, const ConditionsUse& use, std::string_view word) {
    const Node parameters = check.flow.node(use.action.parameters);
    for (const ParameterInfo& info : use.row.parameters) {
        if (info.kind != ParameterKind::list || !info.item || info.item->values.empty()) continue;
        for (const Node item : parameters.find(info.name).items())
            if (item.text() == word && !contains(info.item->values, word)) return true;
    }
    return false;
}

/// Of some operands those that no other set of the action excludes.
std::vector<std::string_view> taken_by_all(const ConditionsUse& use, std::span<const std::string_view> operands) {
    std::vector<std::string_view> taken;
    for (const std::string_view operand : operands)
        if (std::all_of(use.sets.begin(), use.sets.end(), [&](const ConditionSet* set) {
                const std::span<const std::string_view> allowed = set->exactly.empty() ? set->operands : set->exactly;
                return allowed.empty() || contains(allowed, operand);
            }))
            taken.push_back(operand);
    return taken;
}

}  // namespace

void check_condition_operand(Check& check, const ConditionsUse& use) {
    if (use.allowed == Truth::no) return;
    const ConditionsInfo& conditions = use.row.conditions;
    std::optional<Compared> compared;
    for (const Transition& transition : use.branches) {
        const Node operands = check.flow.node(transition.operands);
        if (!operands.is_sequence() || transition.label.empty()) continue;
        const Node only = only_item(operands);
        const bool is_fixed = only && check.texts.form(only) == ValueForm::fixed;
        if (!is_fixed || !only.is_string() || !conditions.special_operators.empty()) {
            // How many operands an operator takes that is none nobody knows.
            if (!only && !is_operator(check, use, transition.label)) continue;
            if (!check_form(check, use, transition, operands, compared) || !is_fixed) continue;
        }
        const std::string_view word = only.text();
        const Span span = only.span();
        bool faulty = false;
        for (const ConditionSet* set : use.sets) {
            const std::span<const std::string_view> allowed = set->exactly.empty() ? set->operands : set->exactly;
            if (allowed.empty() || contains(allowed, word)) continue;
            // In one word of a step that is one fault, and of the operator.
            const bool is_of_operator = !set->operators.empty() && !contains(set->operators, transition.label);
            if (is_of_operator && transition.label_span == span) continue;
            faulty = true;
            if (is_refused_value(check, use, word)) break;
            const std::vector<std::string_view> taken = taken_by_all(use, allowed);
            Diagnostic& finding = report(check.diagnostics, condition_operand, set->evidence, span,
                                         text({quote(use.row.name), " has no branch ", quote(word),
                                               set->when.empty() ? "" : " here", "; write ", listed(taken, "or")}));
            const std::string_view meant = nearest(word, taken);
            const bool is_there = std::any_of(use.branches.begin(), use.branches.end(), [&](const Transition& branch) {
                return operand(check, branch) == meant;
            });
            if (!is_there) offer_word(check, finding, only, meant);
            break;
        }
        if (!faulty && conditions.operand_matches && !conditions.operand_matches(word) &&
            !is_refused_value(check, use, word)) {
            report(check.diagnostics, condition_operand, conditions.evidence, span,
                   text({"the operand is ", quote(word), "; write ", conditions.operand_words}));
        }
    }
}

}  // namespace flowc::rules
