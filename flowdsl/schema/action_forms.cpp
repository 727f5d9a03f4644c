#include <algorithm>

#include "flowc/catalogue.hpp"
#include "flowdsl/schema/option_shapes.hpp"
#include "flowdsl/schema/parameter_schema.hpp"
#include "flowdsl/schema/pattern.hpp"
#include "flowdsl/schema/verb_forms.hpp"

/// Names, closed words and numbers of branches: what a reader of YAML hands over as it is written. What is inside of lists and
/// objects the schema of the JSON says.
namespace flowc::schema {
namespace {

/// What the language fills in, or the flow when it runs.
std::string later() { return pattern::either({R"(\$\{)", pattern::placeholder(), pattern::with_reference(), R"(\{)"}); }

Value own_value(const ParameterInfo& parameter) {
    const std::span<const std::string_view> words = parameter.values.empty() ? parameter.words : parameter.values;
    if (parameter.kind != ParameterKind::enumeration || words.empty() || !is_sure(parameter.evidence)) return true;
    return Value::object({{"pattern", pattern::either({pattern::words_in_any_case(words), later()})},
                          {"examples", Value::words(words)}});
}

/// Groups of parameters of which one has to be there, or one at most.
void add_group_of(Value& statements, const ParameterRule& rule) {
    using Kind = ParameterRule::Kind;
    const bool counts =
        rule.kind == Kind::exactly_one || rule.kind == Kind::at_least_one || rule.kind == Kind::at_most_one;
    const bool is_own = std::all_of(rule.of.begin(), rule.of.end(), [](std::string_view path) {
        return path.find_first_of(".:[") == std::string_view::npos;
    });
    if (!counts || !is_own || !is_sure(rule.evidence)) return;
    Value present = Value::array();
    for (const std::string_view path : rule.of) present.add(has_keys({path}));
    Value one = Value::object({{rule.kind == Kind::at_least_one ? "anyOf" : "oneOf", present}});
    if (rule.kind == Kind::at_most_one)
        one = Value::object(
            {{"anyOf", Value::array({Value::object({{"not", Value::object({{"anyOf", present}})}}), std::move(one)})}});
    statements.add(std::move(one));
}

Value own_parameters(const ActionInfo& row) {
    Value value = Value::object();
    Value needed = Value::array();
    for (const ParameterInfo& parameter : row.parameters) {
        value.at("properties").set(parameter.name, own_value(parameter));
        if (parameter.required == Requirement::always && is_sure(parameter.evidence)) needed.add(parameter.name);
    }
    if (!row.free_parameters && is_sure(row.evidence)) {
        value.set("patternProperties", Value::object({{pattern::placeholder(), true}, {R"(\$\{)", true}}));
        value.set("additionalProperties", false);
    }
    Value statements = Value::array();
    if (!needed.empty()) statements.add(Value::object({{"required", std::move(needed)}}));
    for (const ParameterRule& rule : row.rules) add_group_of(statements, rule);
    if (statements.empty()) return value;
    // A text in the place of the map has no keys to ask for.
    return value.merge(
        implies(without_holes().set("type", "object"), Value::object({{"allOf", std::move(statements)}})));
}

void add_branches(Value& properties, const ActionInfo& row) {
    if (is_sure(row.evidence) && !row.errors.empty()) {
        Value names = Value::array();
        for (const ErrorInfo& error : row.errors) names.add(error.name);
        Value known =
            Value::array({Value::object({{"enum", std::move(names)}}), Value::object({{"pattern", R"(\$\{)"}})});
        properties.set("errors", Value::object({{"propertyNames", Value::object({{"anyOf", std::move(known)}})}}));
    }
    const ConditionsInfo& conditions = row.conditions;
    if (conditions.allowed == ConditionsInfo::Allowed::never) {
        if (is_sure(row.evidence)) properties.set("cases", false);
    } else if (conditions.max && is_sure(conditions.evidence)) {
        properties.set("cases", Value::object({{"maxProperties", static_cast<long>(*conditions.max)}}));
    }
}

}  // namespace

Value action_forms() {
    Value forms = Value::array();
    for (const ActionInfo& row : actions()) {
        Value properties = Value::object({{"parameters", own_parameters(row)}});
        add_branches(properties, row);
        const auto is_it = [&row] {
            return has_keys({"action"})
                .set("properties", Value::object({{"action", Value::object({{"const", row.name}})}}));
        };
        forms.add(implies(is_it(), Value::object({{"properties", std::move(properties)}})));
        if (needs_parameters(row)) forms.add(implies(without_holes().merge(is_it()), has_keys({"parameters"})));
    }
    return forms;
}

}  // namespace flowc::schema
