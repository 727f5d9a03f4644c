#include "rules/conditions.hpp"

#include <algorithm>

#include "rules/requirements.hpp"
#include "rules/value.hpp"
#include "source/same_text.hpp"

namespace flowc::rules {
namespace {

/// Whether a term asks for the value of a parameter that is missing though it is required: one fault, reported there.
bool rests_on_missing(const Check& check, const Action& action, const ActionInfo& row, Condition condition) {
    const Node parameters = check.flow.node(action.parameters);
    const ObjectUse use{action, row, parameters, {}, row.parameters, row.rules, nullptr, false};
    return std::any_of(condition.begin(), condition.end(), [&](const Term& term) {
        const ParameterInfo* info = find_parameter(row.parameters, term.path);
        return term.op == Term::Op::equals && info && !parameters.find_key(term.path) && is_required(check, use, *info);
    });
}

}  // namespace

Truth conditions_allowed(const Check& check, const Action& action, const ActionInfo& row) {
    const ConditionsInfo& conditions = row.conditions;
    switch (conditions.allowed) {
        case ConditionsInfo::Allowed::never: return Truth::no;
        case ConditionsInfo::Allowed::always: return Truth::yes;
        case ConditionsInfo::Allowed::when: break;
    }
    if (conditions.when.empty()) return Truth::unknown;
    const Node parameters = check.flow.node(action.parameters);
    const Truth result = check.holds(action, parameters, conditions.when);
    return result == Truth::no && rests_on_missing(check, action, row, conditions.when) ? Truth::unknown : result;
}

void add_condition_sets(const Check& check, const Action& action, const ActionInfo& row,
                        std::vector<const ConditionSet*>& sets) {
    const Node parameters = check.flow.node(action.parameters);
    for (const ConditionSet& set : row.conditions.sets) {
        if (check.holds(action, parameters, set.when) == Truth::yes) sets.push_back(&set);
    }
}

const SpecialOperator* special_operator(const Check& check, const ActionInfo& row, std::string_view name) {
    for (const SpecialOperator& special : row.conditions.special_operators) {
        const bool fits =
            check.flow.type == FlowType::unknown || !special.types.known || special.types.contains(check.flow.type);
        if (special.name == name && fits) return &special;
    }
    return nullptr;
}

std::optional<std::string_view> operand(const Check& check, const Transition& transition) {
    const Node only = only_item(check.flow.node(transition.operands));
    if (!only || check.texts.form(only) != ValueForm::fixed) return std::nullopt;
    return only.text();
}

bool contains(std::span<const std::string_view> words, std::string_view word) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view one) { return same_text(one, word); });
}

}  // namespace flowc::rules
