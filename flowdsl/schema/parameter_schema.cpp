#include "flowdsl/schema/parameter_schema.hpp"

#include <algorithm>

#include "flowdsl/schema/conditions.hpp"
#include "flowdsl/schema/pattern.hpp"
#include "rules/report.hpp"

namespace flowc::schema {
namespace {

constexpr std::int64_t largest_written = 1'000'000'000'000'000;  // beyond it a bound is none, and no number is exact

Value reference_to(const char* definition) { return Value::object({{"$ref", definition}}); }

/// Texts that nobody can judge yet, in a place of this mode.
std::string open_pattern(ValueMode mode) {
    switch (mode) {
        case ValueMode::fixed: return pattern::placeholder();
        case ValueMode::fixed_or_reference:
        case ValueMode::reference: return pattern::either({pattern::placeholder(), pattern::reference()});
        default: return pattern::either({pattern::placeholder(), pattern::with_reference()});
    }
}

/// What may stand for a whole value, be it a list or an object.
std::string whole_pattern() { return pattern::either({pattern::placeholder(), pattern::reference()}); }

std::optional<std::int64_t> bound(std::optional<std::int64_t> value) {
    if (!value || *value > largest_written || *value < -largest_written) return std::nullopt;
    return value;
}

/// A number in a range, as text or as a JSON number.
void set_range(Value& value, const Range& range, ValueMode mode) {
    const auto min = bound(range.min);
    const auto max = bound(range.max);
    value.set("pattern", pattern::either({pattern::whole_number(min, max), open_pattern(mode)}));
    if (min) value.set("minimum", static_cast<long>(*min));
    if (max) value.set("maximum", static_cast<long>(*max));
}

Value closed_words(const ParameterInfo& parameter, std::span<const std::string_view> words) {
    const auto has = [&](std::string_view wanted) {
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            return std::equal(word.begin(), word.end(), wanted.begin(), wanted.end(),
                              [](char a, char b) { return (a | 0x20) == b; });
        });
    };
    Value types = Value::array({"string"});
    if (!parameter.refuses_other_types && (has("true") || has("false"))) types.add("boolean");
    return Value::object(
        {{"type", types.size() == 1 ? Value("string") : std::move(types)},
         {"pattern", pattern::either({pattern::words_in_any_case(words), open_pattern(parameter.mode)})},
         {"examples", Value::words(words)}});
}

Value scalar(const ParameterInfo& parameter) {
    if (!is_sure(parameter.evidence)) return reference_to("#/$defs/filled");
    const std::span<const std::string_view> words = parameter.values.empty() ? parameter.words : parameter.values;
    const bool closed = parameter.kind == ParameterKind::enumeration || parameter.kind == ParameterKind::boolean;
    Value value = Value::object();
    if (parameter.mode == ValueMode::reference || parameter.kind == ParameterKind::reference) {
        value = Value::object(
            {{"type", "string"}, {"pattern", whole_pattern()}, {"not", reference_to("#/$defs/namespace")}});
    } else if (closed && !words.empty()) {
        value = closed_words(parameter, words);
    } else if (parameter.kind == ParameterKind::integer) {
        value = Value::object({{"type", Value::array({"string", "integer"})}});
        set_range(value, Range{}, parameter.mode);
        for (const Range& range : parameter.ranges)
            if (range.when.empty() && is_sure(range.evidence)) set_range(value, range, parameter.mode);
    } else {
        value = Value::object({{"type", Value::array({"string", "number", "boolean"})}, {"minLength", 1}});
        const std::string form = parameter.kind == ParameterKind::arn ? "^arn:|" + pattern::name_to_fill_in()
                                                                      : std::string(parameter.pattern);
        if (!form.empty()) {
            value.set("pattern", pattern::either({form, open_pattern(parameter.mode)}));
        } else if (parameter.mode == ValueMode::fixed || parameter.mode == ValueMode::fixed_or_reference) {
            Value no_reference =
                Value::object({{"not", Value::object({{"type", "string"}, {"pattern", pattern::with_reference()}})}});
            value.set("anyOf", Value::array({std::move(no_reference),
                                             Value::object({{"pattern", open_pattern(parameter.mode)}})}));
        }
    }
    if (!parameter.wrong_values.empty()) {
        Value wrong = Value::array();
        for (const WrongName& one : parameter.wrong_values) wrong.add(one.name);
        value.set("not", Value::object({{"enum", std::move(wrong)}}));
    }
    return value;
}

bool is_sure_range(const ParameterInfo& parameter, const Range& range) {
    return is_sure(parameter.evidence) && is_sure(range.evidence);
}

Value all_present(std::span<const std::string_view> paths, Scope scope) {
    Value list = Value::array();
    for (const std::string_view path : paths) list.add(is_present(path, scope));
    return list;
}

Value negated(Value value) { return Value::object({{"not", std::move(value)}}); }

void add_group(Value& statements, const ParameterRule& rule, Scope scope) {
    const Value present = all_present(rule.of, scope);
    const Value none = negated(Value::object({{"anyOf", present}}));
    const Value one = Value::object({{"oneOf", present}});
    switch (rule.kind) {
        case ParameterRule::Kind::exactly_one: statements.add(one); break;
        case ParameterRule::Kind::at_least_one: statements.add(Value::object({{"anyOf", present}})); break;
        case ParameterRule::Kind::at_most_one:
            statements.add(Value::object({{"anyOf", Value::array({none, one})}}));
            break;
        default: statements.add(Value::object({{"anyOf", Value::array({none, Value::object({{"allOf", present}})})}}));
    }
}

void add_rule(Value& statements, const ParameterRule& rule, Scope scope) {
    if (!is_sure(rule.evidence)) return;
    switch (rule.kind) {
        case ParameterRule::Kind::exactly_one:
        case ParameterRule::Kind::at_least_one:
        case ParameterRule::Kind::at_most_one:
        case ParameterRule::Kind::all_or_none: add_group(statements, rule, scope); break;
        case ParameterRule::Kind::requires_all:
            statements.add(
                implies(holds(rule.condition, scope), Value::object({{"allOf", all_present(rule.then, scope)}})));
            break;
        case ParameterRule::Kind::forbids:
            statements.add(implies(holds(rule.condition, scope),
                                   negated(Value::object({{"anyOf", all_present(rule.then, scope)}}))));
            break;
        case ParameterRule::Kind::words: break;
    }
}

bool asks_for_branches(const ParameterRule& rule) {
    const auto branch = [](std::string_view path) { return schema::asks_for_branches(path); };
    return std::any_of(rule.of.begin(), rule.of.end(), branch) ||
           std::any_of(rule.then.begin(), rule.then.end(), branch) || schema::asks_for_branches(rule.condition);
}

Value value_schema(const ActionInfo& row, const ParameterInfo& parameter);

/// The members of an object, whoever holds it.
struct Body {
    std::span<const ParameterInfo> properties;
    std::span<const ParameterRule> rules;
    bool free_keys;
    Evidence evidence;  ///< of its keys being all that there are
};

Value body_schema(const ActionInfo& row, const Body& body) {
    Value value = Value::object();
    Value required = Value::array();
    Value statements = Value::array();
    for (const ParameterInfo& property : body.properties) {
        value.at("properties").set(property.name, value_schema(row, property));
        if (is_sure(property.evidence)) {
            if (property.required == Requirement::always) required.add(property.name);
            if (property.required == Requirement::when && !property.when.empty())
                statements.add(implies(holds(property.when, Scope::object),
                                       Value::object({{"required", Value::array({property.name})}})));
        }
        for (const Range& range : property.ranges) {
            if (range.when.empty() || !is_sure_range(property, range)) continue;
            Value bounds = Value::object();
            set_range(bounds, range, property.mode);
            Value properties = Value::object({{std::string(property.name), std::move(bounds)}});
            statements.add(
                implies(holds(range.when, Scope::object), Value::object({{"properties", std::move(properties)}})));
        }
    }
    if (!required.empty()) value.set("required", std::move(required));
    if (body.free_keys || !is_sure(body.evidence)) {
        value.set("additionalProperties", reference_to("#/$defs/filled"));
    } else {
        value.set("patternProperties", Value::object({{pattern::placeholder(), reference_to("#/$defs/filled")}}));
        value.set("additionalProperties", false);
    }
    for (const ParameterRule& rule : body.rules)
        if (!asks_for_branches(rule)) add_rule(statements, rule, Scope::object);
    // A text in the place of the object has no members to ask for.
    if (!statements.empty())
        value.merge(implies(Value::object({{"type", "object"}}), Value::object({{"allOf", std::move(statements)}})));
    return value;
}

Value collection(const ParameterInfo& parameter, const char* type) {
    if (!is_sure(parameter.evidence)) return Value::object({{"minLength", 1}});
    return Value::object({{"type", Value::array({type, "string"})}, {"pattern", whole_pattern()}});
}

Value item_schema(const ActionInfo& row, const ParameterInfo& parameter) {
    return parameter.item ? value_schema(row, *parameter.item) : reference_to("#/$defs/filled");
}

void set_count(Value& value, const ParameterInfo& parameter, const char* least, const char* most) {
    if (!is_sure(parameter.evidence)) return;
    if (parameter.min_items) value.set(least, static_cast<long>(*parameter.min_items));
    if (parameter.max_items) value.set(most, static_cast<long>(*parameter.max_items));
}

Value object_schema(const ActionInfo& row, const ParameterInfo& parameter) {
    Value value = collection(parameter, "object");
    if (parameter.properties.empty() && !parameter.free_keys)
        return value.set("additionalProperties", reference_to("#/$defs/filled"));
    const Evidence evidence = rules::weaker(row.evidence, parameter.evidence);
    value.merge(body_schema(row, {parameter.properties, parameter.rules, parameter.free_keys, evidence}));
    set_count(value, parameter, "minProperties", "maxProperties");
    return value;
}

Value map_schema(const ActionInfo& row, const ParameterInfo& parameter) {
    Value value = collection(parameter, "object");
    if (!parameter.key_pattern.empty() && is_sure(parameter.evidence))
        value.set("propertyNames",
                  Value::object(
                      {{"pattern", pattern::either({std::string(parameter.key_pattern), pattern::placeholder()})}}));
    value.set("additionalProperties", item_schema(row, parameter));
    set_count(value, parameter, "minProperties", "maxProperties");
    return value;
}

Value list_schema(const ActionInfo& row, const ParameterInfo& parameter) {
    Value value = collection(parameter, "array");
    value.set("items", item_schema(row, parameter));
    set_count(value, parameter, "minItems", "maxItems");
    return value;
}

Value value_schema(const ActionInfo& row, const ParameterInfo& parameter) {
    Value value = Value::object();
    switch (parameter.kind) {
        case ParameterKind::object: value = object_schema(row, parameter); break;
        case ParameterKind::map: value = map_schema(row, parameter); break;
        case ParameterKind::list: value = list_schema(row, parameter); break;
        case ParameterKind::json:
            value = Value::object({{"minLength", 1}});
            if (is_sure(parameter.evidence)) value.set("not", Value::object({{"type", "null"}}));
            break;
        default: value = scalar(parameter);
    }
    if (parameter.note.empty() || value.has("$ref")) return value;
    return Value::object({{"description", parameter.note}}).merge(std::move(value));
}

}  // namespace

bool is_sure(Evidence evidence) { return rules::severity_for(evidence) == Severity::error; }

Value implies(Value condition, Value consequence) {
    return Value::object({{"if", std::move(condition)}, {"then", std::move(consequence)}});
}

Value parameters_schema(const ActionInfo& row) {
    Value value = Value::object({{"type", Value::array({"object", "string"})}, {"pattern", pattern::placeholder()}});
    return value.merge(body_schema(row, {row.parameters, row.rules, row.free_parameters, row.evidence}));
}

std::vector<Value> parameters_and_branches(const ActionInfo& row) {
    Value statements = Value::array();
    for (const ParameterRule& rule : row.rules)
        if (asks_for_branches(rule)) add_rule(statements, rule, Scope::action);
    if (statements.empty()) return {};
    // Parameters that some later step fills in cannot be judged; absent ones can.
    Value readable =
        Value::object({{"properties", Value::object({{"Parameters", Value::object({{"type", "object"}})}})}});
    return {implies(std::move(readable), Value::object({{"allOf", std::move(statements)}}))};
}

bool needs_parameters(const ActionInfo& row) {
    for (const ParameterInfo& parameter : row.parameters) {
        if (!is_sure(parameter.evidence)) continue;
        if (parameter.required == Requirement::always) return true;
        if (parameter.required == Requirement::when && !parameter.when.empty() && holds_of_nothing(parameter.when))
            return true;
    }
    return std::any_of(row.rules.begin(), row.rules.end(), [](const ParameterRule& rule) {
        if (!is_sure(rule.evidence) || asks_for_branches(rule)) return false;
        return rule.kind == ParameterRule::Kind::exactly_one || rule.kind == ParameterRule::Kind::at_least_one ||
               (rule.kind == ParameterRule::Kind::requires_all && holds_of_nothing(rule.condition));
    });
}

}  // namespace flowc::schema
