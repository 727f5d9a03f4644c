#include <array>
#include <vector>

#include "flowc/catalogue.hpp"
#include "flowc/schema.hpp"
#include "flowdsl/schema/option_shapes.hpp"
#include "flowdsl/schema/verb_forms.hpp"
#include "flowdsl/schema/verb_shapes.hpp"
#include "flowdsl/words/verb.hpp"

namespace flowc {
namespace {

using namespace schema;

Value implies(Value condition, Value consequence) {
    return Value::object({{"if", std::move(condition)}, {"then", std::move(consequence)}});
}

Value has(std::string_view key) { return Value::object({{"required", Value::array({key})}}); }

/// A description before what it describes; a reference stands alone, as readers of older drafts pass by what is beside it.
Value described(std::string_view description, Value value) {
    Value result = Value::object({{"description", description}});
    if (value.has("$ref")) return result.set("allOf", Value::array({std::move(value)}));
    return result.merge(std::move(value));
}

std::string summary_of(const dsl::VerbInfo& verb) {
    std::string text(verb.summary);
    if (!verb.example.empty()) text += "\n\nExample: `" + std::string(verb.example) + "`";
    return text;
}

Value option_schema(const dsl::VerbInfo& verb, const dsl::OptionInfo& option) {
    std::string text(option.summary);
    if (!option.default_value.empty()) text += "\n\nDefault: `" + std::string(option.default_value) + "`";
    return described(text, verb_option(verb, option));
}

Value verb_schema(const dsl::VerbInfo& verb) {
    Value needed = Value::array({verb.name});
    Value properties = Value::object({{std::string(verb.name), described(summary_of(verb), verb_value(verb))}});
    for (const dsl::OptionInfo& option : verb.options) {
        if (option.required) needed.add(option.name);
        properties.set(option.name, option_schema(verb, option));
    }
    const bool fails = verb.failure != dsl::Failure::none;
    // `use` writes no action of its own.
    const bool acts = verb.name != "use";
    for (const dsl::OptionInfo& option : dsl::common_options()) {
        if (!fails && option.name == "on_error") continue;
        if (!acts && option.name != "note") continue;
        properties.set(option.name, option_schema(verb, option));
    }
    Value step = needs(Value::object({{"properties", std::move(properties)},
                                      {"patternProperties", any_hole()},
                                      {"additionalProperties", false}}),
                       std::move(needed));
    Value forms = verb_forms(verb);
    return forms.empty() ? step : step.set("allOf", std::move(forms));
}

/// A bare word, or a map that its verb describes.
Value step_schema() {
    Value verbs = Value::object();
    Value any_verb = Value::array();
    Value cases = Value::array();
    for (const dsl::VerbInfo* verb : dsl::all_verbs()) {
        verbs.set(verb->name, Value::object({{"description", summary_of(*verb)}}));
        any_verb.add(has(verb->name));
        Value is_verb = has(verb->name).set("type", "object");
        cases.add(implies(std::move(is_verb), reference_to("verb-" + std::string(verb->name))));
    }
    // Without a verb every key is one too many: the misspelt one is named. What is filled in may be the verb.
    Value verbless = Value::object({{"type", "object"}, {"not", Value::object({{"anyOf", std::move(any_verb)}})}})
                         .merge(without_holes());
    cases.add(implies(std::move(verbless), Value::object({{"properties", verbs}, {"additionalProperties", false}})));
    return Value::object(
        {{"description", "a step: one verb with its options, a block to jump to, or a word such as `hangup`"},
         {"type", Value::array({"object", "string", "number", "boolean"})},
         {"minLength", 1},
         {"minProperties", 1},
         {"properties", std::move(verbs)},
         {"allOf", std::move(cases)}});
}

Value steps() { return Value::object({{"type", "array"}, {"minItems", 1}, {"items", reference_to("step")}}); }

/// A document says of a module by its first key that it is one.
Value flow_type_words(bool modules) {
    std::vector<std::string_view> words;
    for (const FlowTypeInfo& type : flow_types())
        if (modules || type.type != FlowType::module) words.push_back(type.dsl);
    return word(words);
}

/// A target, or a map that says it for single verbs.
Value on_error() {
    Value verbs = Value::object({{"else", reference_to("target")}});
    for (const dsl::VerbInfo* verb : dsl::all_verbs())
        if (verb->failure != dsl::Failure::none) verbs.set(verb->name, reference_to("target"));
    Value types = Value::array({"string", "number", "boolean", "array", "object"});
    return Value::object({{"type", std::move(types)},
                          {"minLength", 1},
                          {"minItems", 1},
                          {"items", reference_to("step")},
                          {"properties", std::move(verbs)},
                          {"patternProperties", any_hole()},
                          {"additionalProperties", false}});
}

Value words() {
    return map_with({{"for", reference_to("text")},
                     {"to", reference_to("text")},
                     {"repeat", reference_to("text")},
                     {"star", reference_to("text")},
                     {"pound", reference_to("text")},
                     {"nth", list(reference_to("text"), 1)}});
}

/// A block's name would be taken for a verb, or for a word of the language.
Value blocks() {
    Value taken = Value::array({"head", "start", "next", "repeat", "hangup", "end", "return", "none"});
    for (const dsl::VerbInfo* verb : dsl::all_verbs())
        if (!dsl::is_reserved_word(verb->name)) taken.add(verb->name);
    Value names =
        Value::object({{"pattern", R"(^[0-9A-Za-z_-]+$|\$\{)"}, {"not", Value::object({{"enum", std::move(taken)}})}});
    return Value::object(
        {{"type", "object"}, {"propertyNames", std::move(names)}, {"additionalProperties", reference_to("steps")}});
}

/// What a flow and `defaults` have in common.
Value shared_keys() {
    Value keys = Value::object(
        {{"on_error", described("where a failure goes when the step itself does not say: a target, or a map of verbs, "
                                "`{lambda: next, else: sorry}`",
                                on_error())},
         {"vars", described("what `${name}` stands for where nothing else says it", map_of(reference_to("text")))},
         {"words", described("the sentences of generated prompts in another language", words())}});
    for (const std::string_view name : {"logging", "voice", "language", "record", "hooks"})
        if (const dsl::VerbInfo* verb = dsl::find_verb(name))
            keys.set(name, described(std::string(verb->summary) + "; runs before `start`", verb_value(*verb)));
    return keys;
}

Value document(Value properties, Value needed) {
    return Value::object(
        {{"required", std::move(needed)}, {"properties", std::move(properties)}, {"additionalProperties", false}});
}

Value flow_document(bool module) {
    const Value name = (module ? text_up_to(127) : text())
                           .set("description", module ? "the module's name" : "the flow's name, as in the console");
    Value purpose = module ? text_up_to(500) : reference_to("text");
    Value keys = Value::object(
        {{module ? "module" : "flow", name}, {"description", described("what it is for", std::move(purpose))}});
    if (!module) keys.set("type", described("what kind of flow\n\nDefault: `inbound`", flow_type_words(false)));
    keys.set("inputs", described("attributes that are set before this flow begins", list(reference_to("text"), 0)));
    if (module) {
        const std::array<std::string_view, 3> types{"text", "number", "boolean"};
        keys.set("accepts", described("what the module is told, by name, and the type of each", map_of(word(types))));
        keys.set("produces",
                 described("what the module hands back, by name, and the type of each", map_of(word(types))));
        keys.set("results", described("the results that `return` can name, at most eight",
                                      list(reference_to("text"), 0).set("maxItems", 8)));
    }
    keys.merge(shared_keys());
    keys.set("start", described("the steps, in order", steps()));
    keys.set("blocks", described("named sequences of steps to jump to", blocks()));
    return document(std::move(keys), Value::array({module ? "module" : "flow", "start"}));
}

Value defaults_document() {
    Value bind =
        text_or_map(keys({{"placeholder", reference_to("text")}}).set("required", Value::array({"placeholder"})));
    bind.set("pattern", R"(^(?:arn|external|attributes)$|\$\{)")
        .set("examples", Value::array({"arn", "external", "attributes"}));
    Value types = described("the types of flow that they are for; without it all", list(flow_type_words(true), 0));
    Value values = shared_keys();
    values.set("bind", described("how the names of resources are written into the JSON", std::move(bind)));
    values.set("types", types);
    Value defaults =
        Value::object({{"type", "object"}, {"properties", std::move(values)}, {"additionalProperties", false}});
    Value keys =
        Value::object({{"defaults", described("head keys for the flows behind this document", std::move(defaults))},
                       {"types", types}});
    return document(std::move(keys), Value::array({"defaults"}));
}

Value define_document() {
    Value keys = Value::object(
        {{"define", text().set("description", "the name that `use` calls it by")},
         {"description", described("what it is for", reference_to("text"))},
         {"params", described("names that `${name}` stands for in the steps", list(reference_to("text"), 0))},
         {"steps", described("the steps that stand for `use`, in order", steps())},
         {"blocks", described("named sequences of its own", blocks())}});
    return document(std::move(keys), Value::array({"define", "steps"}));
}

Value include_document() {
    Value paths =
        Value::object({{"type", Value::array({"string", "array"})}, {"minLength", 1}, {"items", reference_to("text")}});
    Value keys = Value::object(
        {{"include", described("a file whose `define` and `defaults` documents are brought in, or a list of them",
                               std::move(paths))}});
    return document(std::move(keys), Value::array({"include"}));
}

Value definitions() {
    Value result = Value::object({{"flow", flow_document(false)},
                                  {"module", flow_document(true)},
                                  {"defaults", defaults_document()},
                                  {"define", define_document()},
                                  {"include", include_document()},
                                  {"steps", steps()},
                                  {"step", step_schema()}});
    result.merge(value_definitions()).merge(verb_definitions());
    for (const dsl::VerbInfo* verb : dsl::all_verbs())
        result.set("verb-" + std::string(verb->name), verb_schema(*verb));
    return result;
}

}  // namespace

std::string dsl_schema() {
    Value kinds = Value::object(
        {{"flow", Value::object({{"description", "a contact flow: its name, as in the console"}})},
         {"module", Value::object({{"description", "a module: its name"}})},
         {"defaults", Value::object({{"description", "head keys for the flows behind this document"}})},
         {"define", Value::object({{"description", "steps that `use` puts into flows: their name"}})},
         {"include",
          Value::object({{"description", "a file whose `define` and `defaults` documents are brought in"}})}});
    Value cases = Value::array();
    Value any_kind = Value::array();
    for (const std::string_view kind : {"flow", "module", "defaults", "define", "include"}) {
        cases.add(implies(has(kind), reference_to(kind)));
        any_kind.add(has(kind));
    }
    Value none = Value::object({{"not", Value::object({{"anyOf", std::move(any_kind)}})}});
    cases.add(implies(std::move(none), Value::object({{"properties", kinds}, {"additionalProperties", false}})));
    return Value::object({{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                          {"title", "flow language of flowc"},
                          {"description",
                           "One YAML document of a *.flow.yaml: a flow, a module, `defaults`, `define` or `include`. "
                           "Generated by `flowc schema dsl`; whatever it refuses, `flowc lint` explains."},
                          {"type", "object"},
                          {"minProperties", 1},
                          {"properties", std::move(kinds)},
                          {"allOf", std::move(cases)},
                          {"$defs", definitions()}})
        .to_json();
}

}  // namespace flowc
