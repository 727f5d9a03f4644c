#include "rules/form.hpp"

#include <algorithm>
#include <bit>

#include "rules/branches.hpp"
#include "rules/conditions.hpp"
#include "rules/error_branches.hpp"
#include "rules/parameter_names.hpp"
#include "rules/requirements.hpp"
#include "rules/value.hpp"
#include "source/ascii.hpp"

namespace flowc::rules {
namespace {

bool speaks_of(Condition condition, const ParameterInfo& word) {
    return std::any_of(condition.begin(), condition.end(), [&](const Term& term) { return term.path == word.name; });
}

/// The parameter that decides whether there are conditions; null: the type has one form.
const ParameterInfo* form_word(const ActionInfo& row) {
    if (row.conditions.allowed != ConditionsInfo::Allowed::when) return nullptr;
    for (const Term& term : row.conditions.when) {
        const ParameterInfo* parameter = find_parameter(row.parameters, term.path);
        if (term.op == Term::Op::equals && parameter && parameter->words.size() == 2) return parameter;
    }
    return nullptr;
}

/// How much of an action is not as a word of its form asks.
std::size_t misfits(Check check, const Action& action, const ActionInfo& row, const ParameterInfo& parameter,
                    std::string_view word) {
    check.supposed = {parameter.name, word};
    std::size_t count = 0;
    if (!check.branches.conditions.empty() && conditions_allowed(check, action, row) == Truth::no) ++count;
    if (may_have_foreign_error(row, check.branches))
        for (const Transition& branch : check.branches.errors) {
            const ErrorInfo* error = find_error(row, branch.label);
            if (error && speaks_of(error->forbidden_when, parameter) && is_forbidden(check, action, *error)) ++count;
        }
    if (may_lack_error(row, check.branches))
        for (const ErrorInfo* error : errors_of(row, missing_errors(check, action, row)))
            if (speaks_of(error->when, parameter)) ++count;
    const Node parameters = check.flow.node(action.parameters);
    const ObjectUse use{action, row, parameters, {}, row.parameters, row.rules, nullptr, row.free_parameters};
    for (std::uint64_t left = row.needed_parameters.when; left != 0; left &= left - 1) {
        const ParameterInfo& property = row.parameters[static_cast<std::size_t>(std::countr_zero(left))];
        if (speaks_of(property.when, parameter) && !parameters.find_key(property.name) &&
            is_required(check, use, property) && !is_misspelt(check, use, property.name))
            ++count;
    }
    for (const ParameterRule& rule : row.rules) {
        const bool forbids = rule.kind == ParameterRule::Kind::forbids;
        if (!forbids || !speaks_of(rule.condition, parameter) ||
            check.holds(action, parameters, rule.condition) != Truth::yes)
            continue;
        count += static_cast<std::size_t>(std::count_if(
            rule.then.begin(), rule.then.end(), [&](std::string_view path) { return is_given(check, use, path); }));
    }
    return count;
}

}  // namespace

Form form_of(const Check& check, const Action& action, const ActionInfo& row) {
    const ParameterInfo* parameter = form_word(row);
    if (!parameter) return {};
    const Node value = check.flow.node(action.parameters).find(parameter->name);
    if (!value || check.texts.form(value) != ValueForm::fixed) return {};
    const std::string_view written = value.text();
    const auto is_written = [&](std::string_view word) { return same_word(word, written); };
    const std::string_view first = parameter->words[0];
    const std::string_view second = parameter->words[1];
    if (!is_written(first) && !is_written(second)) {
        const std::size_t of_first = misfits(check, action, row, *parameter, first);
        const std::size_t of_second = misfits(check, action, row, *parameter, second);
        const std::string_view meant = of_first == of_second  ? std::string_view{}
                                       : of_first < of_second ? first
                                                              : second;
        return {parameter, value, meant, true};
    }
    const std::size_t here = misfits(check, action, row, *parameter, written);
    if (here == 0) return {};
    const std::string_view other = is_written(first) ? second : first;
    const std::size_t there = misfits(check, action, row, *parameter, other);
    if (there == 0 && here > 1) return {parameter, value, other, true};
    return {nullptr, {}, {}, there <= here};
}

bool names_form(const Form& form) {
    return std::any_of(form.parameter->words.begin(), form.parameter->words.end(),
                       [&](std::string_view word) { return same_word(word, form.value.text()); });
}

void take_form(Check& check, const Action& action) {
    check.supposed = {};
    check.contested = false;
    take_branches(check, action);
    Branches& branches = check.branches;
    const ActionInfo* row = check.row(action);
    if (!row) return;
    if (row->conditions.allowed == ConditionsInfo::Allowed::when) {  // others have one form
        const Form form = form_of(check, action, *row);
        if (form.parameter) check.supposed = {form.parameter->name, form.meant};
        check.contested = form.contested;
    }
    if (!may_lack_error(*row, branches)) return;
    branches.missing_errors = missing_errors(check, action, *row);
    branches.meant_for_missing = branches.missing_errors != 0 && may_have_foreign_error(*row, branches) &&
                                 has_one_foreign_error(check, action, *row);
}

}  // namespace flowc::rules
