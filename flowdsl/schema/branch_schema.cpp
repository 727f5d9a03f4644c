#include "flowdsl/schema/branch_schema.hpp"

#include <algorithm>

#include "flowdsl/schema/conditions.hpp"
#include "flowdsl/schema/parameter_schema.hpp"
#include "flowdsl/schema/pattern.hpp"

namespace flowc::schema {
namespace {

Value in_transitions(Value statement) {
    return Value::object({{"properties", Value::object({{"Transitions", std::move(statement)}})}});
}

Value in_list(std::string_view list, Value statement) {
    return in_transitions(Value::object({{"properties", Value::object({{std::string(list), std::move(statement)}})}}));
}

/// The list has to be there, and to be so.
Value in_needed_list(std::string_view list, Value statement) {
    return in_transitions(Value::object({{"required", Value::array({list})},
                                         {"properties", Value::object({{std::string(list), std::move(statement)}})}}));
}

Value in_items(std::string_view list, Value statement) {
    return in_list(list, Value::object({{"items", std::move(statement)}}));
}

Value in_condition(Value properties) {
    return in_items("Conditions",
                    Value::object({{"properties", Value::object({{"Condition", std::move(properties)}})}}));
}

Value only_if(Condition condition, Value statement) {
    return condition.empty() ? statement : implies(holds(condition, Scope::action), std::move(statement));
}

void add_next_action(std::vector<Value>& found, const ActionInfo& row) {
    if (!is_sure(row.evidence)) return;
    if (row.next_action == NextAction::required) {
        Value statement = in_transitions(Value::object({{"required", Value::array({"NextAction"})}}));
        found.push_back(Value::object({{"required", Value::array({"Transitions"})}}).merge(std::move(statement)));
    } else if (row.next_action == NextAction::forbidden) {
        found.push_back(in_transitions(Value::object({{"properties", Value::object({{"NextAction", false}})}})));
    }
}

Value error_type(Value statement) {
    return Value::object({{"properties", Value::object({{"ErrorType", std::move(statement)}})}});
}

void add_errors(std::vector<Value>& found, const ActionInfo& row) {
    if (is_sure(row.evidence)) {
        Value names = Value::array();
        for (const ErrorInfo& error : row.errors) names.add(error.name);
        found.push_back(names.empty() ? in_list("Errors", Value::object({{"maxItems", 0}}))
                                      : in_items("Errors", error_type(Value::object({{"enum", std::move(names)}}))));
    } else if (!row.refused_errors.empty()) {
        found.push_back(in_items(
            "Errors",
            error_type(Value::object({{"not", Value::object({{"enum", Value::words(row.refused_errors)}})}}))));
    }
    for (const ErrorInfo& error : row.errors) {
        if (!is_sure(error.evidence)) continue;
        Value wanted = Value::object({{"const", error.name}});
        if (!error.forbidden_when.empty())
            found.push_back(
                only_if(error.forbidden_when, in_items("Errors", error_type(Value::object({{"not", wanted}})))));
        if (error.required == Requirement::never || (error.required == Requirement::when && error.when.empty()))
            continue;
        Value branch = error_type(std::move(wanted)).set("required", Value::array({"ErrorType"}));
        Value statement = in_needed_list("Errors", Value::object({{"contains", std::move(branch)}}));
        found.push_back(error.required == Requirement::always ? std::move(statement)
                                                              : only_if(error.when, std::move(statement)));
    }
}

/// An operand that nobody can judge yet.
std::string open_operand() { return pattern::either({pattern::placeholder(), pattern::with_reference()}); }

Value any_operand() {
    return Value::object({{"type", Value::array({"string", "number", "boolean"})}, {"minLength", 1}});
}

Value operand_among(std::span<const std::string_view> words) {
    std::string choice = "^(?:";
    for (const std::string_view word : words) choice += (&word == words.data() ? "" : "|") + pattern::escaped(word);
    return Value::object({{"type", "string"},
                          {"pattern", pattern::either({choice + ")$", open_operand()})},
                          {"examples", Value::words(words)}});
}

Value operands(Value item) {
    return Value::object(
        {{"properties",
          Value::object(
              {{"Operands", Value::object({{"minItems", 1}, {"maxItems", 1}, {"items", std::move(item)}})}})}});
}

/// The operands of a branch, apart from operators that have a number of their own.
Value unless_special(const ActionInfo& row, Value statement) {
    for (const SpecialOperator& special : row.conditions.special_operators) {
        const long count = special.operands;
        Value is_it =
            Value::object({{"properties", Value::object({{"Operator", Value::object({{"const", special.name}})}})}});
        Value own = Value::object(
            {{"properties", Value::object({{"Operands", Value::object({{"minItems", count}, {"maxItems", count}})}})}});
        statement = Value::object({{"if", std::move(is_it)}, {"then", std::move(own)}, {"else", std::move(statement)}});
    }
    return statement;
}

void add_set(std::vector<Value>& found, const ActionInfo& row, const ConditionSet& set) {
    if (!is_sure(set.evidence)) return;
    if (!set.operators.empty()) {
        Value operators = Value::words(set.operators);
        for (const SpecialOperator& special : row.conditions.special_operators) operators.add(special.name);
        Value statement = Value::object(
            {{"properties", Value::object({{"Operator", Value::object({{"enum", std::move(operators)}})}})}});
        found.push_back(only_if(set.when, in_condition(std::move(statement))));
    }
    const std::span<const std::string_view> allowed = set.exactly.empty() ? set.operands : set.exactly;
    if (!allowed.empty())
        found.push_back(only_if(set.when, in_condition(unless_special(row, operands(operand_among(allowed))))));
    for (const std::string_view word : set.exactly) {
        Value operand = Value::object({{"contains", operand_among({&word, 1})}});
        operand.set("type", "array");
        Value condition = Value::object({{"required", Value::array({"Operands"})},
                                         {"properties", Value::object({{"Operands", std::move(operand)}})}});
        Value branch = Value::object({{"required", Value::array({"Condition"})},
                                      {"properties", Value::object({{"Condition", std::move(condition)}})}});
        Value statement = in_needed_list("Conditions", Value::object({{"contains", std::move(branch)}}));
        if (row.conditions.allowed == ConditionsInfo::Allowed::when)
            statement =
                row.conditions.when.empty() ? Value::object() : only_if(row.conditions.when, std::move(statement));
        if (!statement.empty()) found.push_back(only_if(set.when, std::move(statement)));
    }
}

void add_count(std::vector<Value>& found, const ConditionsInfo& conditions) {
    if (!is_sure(conditions.evidence)) return;
    // Branches that are all named are counted by their names.
    const bool named = std::any_of(conditions.sets.begin(), conditions.sets.end(),
                                   [](const ConditionSet& set) { return !set.exactly.empty(); });
    if (conditions.max && !named)
        found.push_back(in_list("Conditions", Value::object({{"maxItems", static_cast<long>(*conditions.max)}})));
    if (conditions.min.value_or(0) == 0) return;
    Value statement = in_needed_list("Conditions", Value::object({{"minItems", static_cast<long>(*conditions.min)}}));
    if (conditions.allowed == ConditionsInfo::Allowed::always) found.push_back(std::move(statement));
    else if (!conditions.when.empty()) found.push_back(only_if(conditions.when, std::move(statement)));
}

void add_conditions(std::vector<Value>& found, const ActionInfo& row) {
    const ConditionsInfo& conditions = row.conditions;
    Value none = in_list("Conditions", Value::object({{"maxItems", 0}}));
    if (conditions.allowed == ConditionsInfo::Allowed::never) {
        if (is_sure(row.evidence)) found.push_back(std::move(none));
        return;
    }
    if (conditions.allowed == ConditionsInfo::Allowed::when && !conditions.when.empty() && is_sure(conditions.evidence))
        found.push_back(implies(fails(conditions.when, Scope::action), std::move(none)));
    Value operand = any_operand();
    if (!conditions.operand_pattern.empty() && is_sure(conditions.evidence))
        operand =
            Value::object({{"type", Value::array({"string", "number"})},
                           {"pattern", pattern::either({std::string(conditions.operand_pattern), open_operand()})}});
    found.push_back(in_condition(unless_special(row, operands(std::move(operand)))));
    for (const ConditionSet& set : conditions.sets) add_set(found, row, set);
    add_count(found, conditions);
}

Value list_of(std::string_view name, Value branch) {
    branch.set("required", Value::array({"NextAction", name}));
    return Value::object({{"type", "array"}, {"items", Value::object({{"type", "object"}}).merge(std::move(branch))}});
}

}  // namespace

Value transitions_form() {
    const Value text = Value::object({{"type", "string"}});
    const Value word = Value::object({{"type", "string"}, {"minLength", 1}});
    Value condition = Value::object(
        {{"type", "object"},
         {"required", Value::array({"Operator", "Operands"})},
         {"properties", Value::object({{"Operator", word}, {"Operands", Value::object({{"type", "array"}})}})}});
    Value conditions = list_of(
        "Condition",
        Value::object({{"properties", Value::object({{"NextAction", text}, {"Condition", std::move(condition)}})}}));
    Value errors = list_of("ErrorType",
                           Value::object({{"properties", Value::object({{"NextAction", text}, {"ErrorType", word}})}}));
    return Value::object(
        {{"description", "where the contact goes next: `NextAction`, a branch for each condition and for each error"},
         {"type", "object"},
         {"properties",
          Value::object({{"NextAction", text}, {"Conditions", std::move(conditions)}, {"Errors", std::move(errors)}})},
         {"additionalProperties", false}});
}

std::vector<Value> branches_of(const ActionInfo& row) {
    std::vector<Value> found;
    add_next_action(found, row);
    add_errors(found, row);
    add_conditions(found, row);
    return found;
}

}  // namespace flowc::schema
