#include "catalogue/reference_row.hpp"
#include "flowc/catalogue.hpp"
#include "flowc/schema.hpp"
#include "flowdsl/schema/branch_schema.hpp"
#include "flowdsl/schema/parameter_schema.hpp"
#include "flowdsl/schema/pattern.hpp"
#include "ir/identifiers.hpp"

namespace flowc {
namespace {

using schema::Value;
namespace pattern = schema::pattern;

Value reference_to(std::string_view definition) {
    return Value::object({{"$ref", "#/$defs/" + std::string(definition)}});
}

/// What the service takes as an identifier; a text that some later step fills in can be anything.
Value identifier() {
    Value literal = Value::object({{"pattern", R"(^[^%:(\\/)=$,;\[\]{}]+$)"},
                                   {"maxLength", 50},
                                   {"not", Value::object({{"enum", Value::words(reserved_identifiers)}})}});
    return Value::object(
        {{"description", "the action's name: 1 to 50 characters, none of % : ( \\ / ) = $ , ; [ ] { }"},
         {"type", "string"},
         {"anyOf", Value::array({std::move(literal), Value::object({{"pattern", pattern::placeholder()}})})}});
}

Value action_type() {
    Value names = Value::array();
    for (const ActionInfo& row : actions()) names.add(row.name);
    return Value::object({{"description", "the kind of action; a new one that is not in this list cannot be checked"},
                          {"type", "string"},
                          {"anyOf", Value::array({Value::object({{"enum", std::move(names)}}),
                                                  Value::object({{"pattern", pattern::placeholder()}})})}});
}

Value action() {
    Value types = Value::array();
    for (const ActionInfo& row : actions())
        types.add(schema::implies(
            Value::object({{"properties", Value::object({{"Type", Value::object({{"const", row.name}})}})}}),
            reference_to(row.name)));
    return Value::object({{"type", "object"},
                          {"required", Value::array({"Identifier", "Type"})},
                          {"properties", Value::object({{"Identifier", reference_to("identifier")},
                                                        {"Type", reference_to("action-type")},
                                                        {"Parameters", reference_to("parameters")},
                                                        {"Transitions", reference_to("transitions")}})},
                          {"additionalProperties", false},
                          {"allOf", std::move(types)}});
}

Value definition(const ActionInfo& row) {
    Value value = Value::object({{"title", row.name}, {"description", row.summary}});
    if (schema::needs_parameters(row)) value.set("required", Value::array({"Parameters"}));
    value.set("properties", Value::object({{"Parameters", schema::parameters_schema(row)}}));
    for (Value& statement : schema::parameters_and_branches(row)) value.add("allOf", std::move(statement));
    for (Value& statement : schema::branches_of(row)) value.add("allOf", std::move(statement));
    return value;
}

/// References to what has further names below it and no value of its own.
Value namespaces() {
    Value list = Value::array();
    const auto add = [&](std::string_view path, std::string_view key) {
        const std::string dot = path.empty() || key.empty() ? "" : ".";
        list.add("$." + std::string(path) + dot + std::string(key));
    };
    for (const ReferenceRow& row : reference_rows()) {
        if (row.path.find('*') != std::string_view::npos) continue;
        if (!row.path.empty()) add(row.path, {});
        for (const std::string_view space : row.spaces) add(row.path, space);
    }
    return Value::object({{"description", "a namespace, which has no value of its own"}, {"enum", std::move(list)}});
}

Value definitions() {
    Value settings =
        Value::object({{"description", "the content of a module, which needs `Settings`"},
                       {"allOf", Value::array({Value::object({{"$ref", "#"}}), reference_to("with-settings")})}});
    Value with_settings = Value::object(
        {{"required", Value::array({"Settings"})},
         {"properties", Value::object({{"Settings", Value::object({{"not", Value::object({{"type", "null"}})}})}})}});
    Value filled = Value::object({{"description", "any value without an empty text in it"},
                                  {"minLength", 1},
                                  {"items", reference_to("filled")},
                                  {"additionalProperties", reference_to("filled")}});
    Value parameters = Value::object({{"description", "what the action is told; the keys are its type's"},
                                      {"type", Value::array({"object", "string"})},
                                      {"pattern", pattern::placeholder()}});
    Value result = Value::object({{"module", std::move(settings)},
                                  {"with-settings", std::move(with_settings)},
                                  {"action", action()},
                                  {"identifier", identifier()},
                                  {"action-type", action_type()},
                                  {"parameters", std::move(parameters)},
                                  {"transitions", schema::transitions_form()},
                                  {"namespace", namespaces()},
                                  {"filled", std::move(filled)}});
    for (const ActionInfo& row : actions()) result.set(row.name, definition(row));
    return result;
}

}  // namespace

std::string flow_schema() {
    Value is_module = Value::object(
        {{"required", Value::array({"Metadata"})},
         {"properties",
          Value::object(
              {{"Metadata",
                Value::object({{"type", "object"},
                               {"required", Value::array({"type"})},
                               {"properties", Value::object({{"type", Value::object({{"const", "MODULE"}})}})}})}})}});
    Value actions_list = Value::object({{"description", "at most 250 actions, in any order"},
                                        {"type", "array"},
                                        {"minItems", 1},
                                        {"maxItems", 250},
                                        {"items", reference_to("action")}});
    Value properties = Value::object(
        {{"Version", Value::object({{"description", "the version of the Flow language"}, {"const", "2019-10-30"}})},
         {"StartAction", Value::object({{"description", "the identifier of the action that the flow begins with"},
                                        {"type", "string"},
                                        {"minLength", 1}})},
         {"Metadata", Value::object({{"description",
                                      "what the designer keeps: places, names of resources; the service ignores it"}})},
         {"Settings", Value::object({{"description", "a module's inputs, outputs and results"}})},
         {"Actions", std::move(actions_list)}});
    return Value::object({{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                          {"title", "Amazon Connect Flow language"},
                          {"description",
                           "The content of a contact flow or module. Generated by `flowc schema flow`; whatever it "
                           "refuses, `flowc lint` explains."},
                          {"type", "object"},
                          {"required", Value::array({"Version", "StartAction", "Actions"})},
                          {"properties", std::move(properties)},
                          {"if", std::move(is_module)},
                          {"then", reference_to("with-settings")},
                          {"$defs", definitions()}})
        .to_json();
}

}  // namespace flowc
