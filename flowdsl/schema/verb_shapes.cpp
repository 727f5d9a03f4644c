#include "flowdsl/schema/verb_shapes.hpp"

#include <algorithm>
#include <array>

#include "flowc/catalogue.hpp"
#include "flowdsl/schema/option_shapes.hpp"
#include "flowdsl/schema/pattern.hpp"
#include "ir/identifiers.hpp"

/// The shapes that a verb reads by itself, where the kind in its row says no more than `any`, `map` or `word`. A verb
/// or an option that is not named here is taken by its kind.
namespace flowc::schema {
namespace {

template <typename... Words>
Value one_of(Words... words) {
    const std::array<std::string_view, sizeof...(words)> all{words...};
    return word(all);
}

Value required(Value map, std::initializer_list<Value> names) {
    // A text in the place of the map has no keys to ask for; `required` passes it by.
    return needs(std::move(map), Value::array(names));
}

Value text_ref() { return reference_to("text"); }
Value name_ref() { return reference_to("name"); }
Value texts_ref() { return reference_to("texts"); }
/// Whatever it is, it is there.
Value something() {
    return Value::object({{"type", Value::array({"string", "number", "boolean", "array", "object"})}});
}
Value at_least_one(Value map) { return map.set("minProperties", 1); }

/// A map, or list, that is written as a parameter: of so many items and such keys as the catalogue has it.
Value written_as(ActionType type, std::string_view name, Value map) {
    const ParameterInfo* const parameter = find_parameter(info(type).parameters, name);
    if (!parameter) return map;
    if (parameter->max_items) map.set("maxProperties", static_cast<long>(*parameter->max_items));
    if (!parameter->key_pattern.empty())
        map.set("propertyNames",
                Value::object({{"pattern", pattern::either({std::string(parameter->key_pattern), R"(\$\{)"})}}));
    return map;
}

Value names_and_texts() { return at_least_one(map_of_names(text_ref())); }

Value queue_or_agent() { return text_or_map(keys({{"arn", text_ref()}, {"agent", name_ref()}})); }

Value template_keys() {
    return needs(keys({{"template", name_ref()}, {"base", name_ref()}}), Value::array({"template", "base"}));
}

Value record() {
    Value who = list_or_one(one_of("agent", "customer"));
    Value keys_of_record = keys({{"who", std::move(who)},
                                 {"screen", switch_()},
                                 {"ivr", switch_()},
                                 {"contact_lens", reference_to("contact-lens")},
                                 {"channel", one_of("voice", "chat", "screen")}});
    return text_or_map(at_least_one(std::move(keys_of_record)));
}

Value hooks() {
    Value hooks = Value::object();
    for (const char* hook : {"customer-queue", "customer-hold", "customer-whisper", "agent-hold", "agent-whisper",
                             "disconnect", "agent-screen", "disconnect-screen", "pause", "resume"})
        hooks.set(hook, name_ref());
    return map_with({}).set("properties", std::move(hooks)).set("minProperties", 1);
}

Value transfer() {
    Value forms = keys({{"queue", name_ref()}, {"agent", name_ref()}, {"flow", name_ref()}, {"number", text_ref()}});
    return text_or_map(forms.set("minProperties", 1).set("maxProperties", 1))
        .set("pattern", R"(^(?:queue|agent)$|\$\{)")
        .set("examples", Value::array({"queue", "agent"}));
}

Value task() {
    return map_with({{"name", text_ref()},
                     {"description", text_ref()},
                     {"flow", name_ref()},
                     {"template", name_ref()},
                     {"attributes", texts_ref()},
                     {"references", map_of(text_or_map(keys({{"value", text_ref()}, {"type", fixed_text()}})))}});
}

Value criteria() {
    Value skills = map_of(map_of(number(1, 5)).set("minProperties", 1));
    Value entry =
        map_with({{"all", skills}, {"any", skills}, {"agents", list(name_ref(), 1)}, {"for", duration(1, 0)}});
    return Value::object({{"type", Value::array({"array", "string"})}, {"minItems", 1}, {"items", std::move(entry)}});
}

Value split() {
    Value share = map_of(reference_to("target"))
                      .set("minProperties", 1)
                      .set("maxProperties", 1)
                      .set("propertyNames", Value::object({{"pattern", R"(^\+?0*[1-9][0-9]?%$|\$\{)"}}));
    return list(std::move(share), 2);
}

Value menu_options() {
    // Digits by a pattern: to some readers of YAML they are numbers, which no name of a property equals.
    return map_with({{"star", reference_to("menu-option")}, {"pound", reference_to("menu-option")}})
        .set("patternProperties", any_hole().set("^[0-9]$", reference_to("menu-option")));
}

Value groups(Value group) {
    return text_or_map(Value::object({{"minProperties", 1}, {"additionalProperties", std::move(group)}}));
}

struct VerbShape {
    std::string_view verb;
    Value (*shape)();
};

const VerbShape verb_shapes[] = {
    {"action", [] { return fixed_text(); }},
    {"ai_agent",
     [] {
         return required(map_with({{"workspace", text_ref()}, {"application", text_ref()}, {"alias", text_ref()}}),
                         {"workspace", "application", "alias"});
     }},
    {"ask", [] { return one_of("digits", "phone", "secret"); }},
    {"authenticate",
     [] {
         return required(map_with({{"pool", name_ref()}, {"client", text_ref()}}), {"pool", "client"});
     }},
    {"bot",
     [] {
         return text_or_map(
             keys({{"arn", text_ref()}, {"v1", text_ref()}, {"alias", text_ref()}, {"region", text_ref()}}));
     }},
    {"call", [] { return one_of("customer"); }},
    {"case", [] { return one_of("get", "create", "update"); }},
    {"check",
     [] {
         return one_of("agents available", "agents staffed", "agents online", "contacts in queue",
                       "oldest contact in queue", "call progress", "segment", "voice id enrollment",
                       "voice id authentication", "voice id fraud");
     }},
    {"contact",
     [] {
         return at_least_one(
             map_with({{"name", text_ref()}, {"description", text_ref()}, {"customer_id", text_ref()}}));
     }},
    {"criteria", criteria},
    {"delivery", [] { return one_of("latest"); }},
    {"dial", texts_ref},
    {"email", [] { return map_with({}).merge(template_keys()); }},
    {"end",
     [] {
         return Value::object({{"type", Value::array({"null", "string"})}, {"maxLength", 0}});
     }},
    {"hangup",
     [] {
         return Value::object({{"type", Value::array({"null", "string"})}, {"maxLength", 0}});
     }},
    {"hold", [] { return one_of("agent", "customer", "off"); }},
    {"hooks", hooks},
    {"load", [] { return one_of("email"); }},
    {"loop_prompts", [] { return list(reference_to("message"), 1); }},
    {"metrics", queue_or_agent},
    {"persist", [] { return one_of("entire", "segment"); }},
    {"profile", [] { return one_of("get", "object", "calculated", "create", "update", "link"); }},
    {"read_back", [] { return list_or_one(text_ref()).set("minItems", 1); }},
    {"record", record},
    {"resume", [] { return one_of("contact"); }},
    {"set", [] { return at_least_one(map_of_names(text_ref())); }},
    {"sms", [] { return text_or_map(template_keys()); }},
    {"split", split},
    {"tag", [] { return written_as(ActionType::TagContact, "Tags", names_and_texts()); }},
    {"task", task},
    {"transfer", transfer},
    {"untag", [] { return list_or_one(text_ref()).set("minItems", 1); }},
    {"voice",
     [] {
         return text_or_map(keys({{"name", text_ref()}, {"engine", text_ref()}, {"style", text_ref()}}));
     }},
    {"voice_id", [] { return one_of("start"); }},
};

struct OptionShape {
    std::string_view verb;  ///< empty: of every verb
    std::string_view option;
    Value (*shape)();
};

const OptionShape option_shapes[] = {
    {"", "at",
     [] {
         return required(map_with({{"x", whole_number()}, {"y", whole_number()}}), {"x", "y"});
     }},
    {"", "id",
     [] {
         return Value::object({{"type", Value::array({"string", "number", "boolean"})},
                               {"pattern", R"(^[^%:(\\/)=$,;\[\]{}]{1,50}$|\$\{)"},
                               {"not", Value::object({{"enum", Value::words(reserved_identifiers)}})}});
     }},
    {"", "cases", [] { return at_least_one(map_of(reference_to("target"))); }},
    {"", "intents", [] { return at_least_one(map_of(reference_to("target"))); }},
    {"", "errors", [] { return at_least_one(map_of(reference_to("target"))); }},
    {"", "invalid", [] { return reference_to("answer"); }},
    {"", "silent", [] { return reference_to("answer"); }},
    {"", "returns", [] { return list(text_ref(), 1); }},
    {"", "send", texts_ref},
    {"", "session", texts_ref},
    {"", "of", queue_or_agent},
    {"ai_agent", "context", texts_ref},
    {"ai_agent", "speech", [] { return fixed_text(); }},
    {"ai_agent", "filler",
     [] {
         return text_or_map(keys(
             {{"sound", fixed_text()}, {"after", text_ref()}, {"at_least", text_ref()}, {"answer_after", text_ref()}}));
     }},
    {"ask", "encrypt",
     [] {
         return required(map_with({{"key_id", text_ref()}, {"key", text_ref()}}), {"key_id", "key"});
     }},
    {"ask", "silent", [] { return reference_to("answer-to-ask"); }},
    {"ask", "terminator", [] { return text_ref(); }},
    {"call", "caller_id", name_ref},
    {"call", "connector",
     [] {
         return required(map_with({{"name", name_ref()},
                                   {"from", text_ref()},
                                   {"to", text_ref()},
                                   {"uui", text_ref()},
                                   {"ring", text_ref()}}),
                         {"name", "from", "to"});
     }},
    {"callback", "caller_id", name_ref},
    {"callback", "mode", [] { return fixed_text(); }},
    {"case", "by", [] { return at_least_one(map_of_names(text_ref())); }},
    {"case", "data", [] { return at_least_one(map_of_names(text_ref())); }},
    {"case", "read", [] { return list_or_one(text_ref()); }},
    {"dial", "segments",
     [] {
         return Value::object({{"anyOf", Value::array({name_ref(), list(name_ref(), 1)})}});
     }},
    {"email", "from",
     [] {
         return text_or_map(keys({{"address", text_ref()}, {"name", text_ref()}}));
     }},
    {"email", "recipient",
     [] {
         return text_or_map(keys({{"address", text_ref()}, {"name", text_ref()}}));
     }},
    {"invoke", "input", [] { return at_least_one(map_of_names(something())); }},
    {"lambda", "expect", [] { return at_least_one(map_of(text_ref())); }},
    {"lambda", "save",
     [] {
         return Value::object({{"type", Value::array({"array", "object", "string"})},
                               {"pattern", R"(\$\{)"},
                               {"items", text_ref()},
                               {"additionalProperties", text_ref()}});
     }},
    {"menu", "options", menu_options},
    {"metrics", "channel", text_ref},
    {"profile", "by",
     [] {
         return written_as(ActionType::GetCustomerProfile, "SearchCriteria",
                           text_or_map(Value::object({{"additionalProperties", text_ref()}})));
     }},
    {"profile", "data",
     [] { return written_as(ActionType::CreateCustomerProfile, "ProfileRequestData", names_and_texts()); }},
    {"profile", "read", [] { return list_or_one(text_ref()); }},
    {"profile", "where", [] { return map_of_names(text_ref()).set("minProperties", 1).set("maxProperties", 1); }},
    {"return", "data", [] { return at_least_one(map_of(something())); }},
    {"stream", "directions", [] { return list_or_one(one_of("from", "to")); }},
    {"table", "list",
     [] {
         return groups(required(map_with({{"by", texts_ref()}}), {"by"})).set("examples", Value::array({"all"}));
     }},
    {"table", "lookup",
     [] {
         return groups(required(map_with({{"by", texts_ref()}, {"read", list_or_one(text_ref())}}), {"by", "read"}));
     }},
    {"table", "write",
     [] {
         return groups(required(
             map_with({{"by", texts_ref()}, {"data", texts_ref()}, {"defaults", list(text_ref(), 0)}}), {"by"}));
     }},
    {"transfer", "caller_id",
     [] {
         return text_or_map(keys({{"arn", text_ref()}, {"number", name_ref()}, {"name", text_ref()}}));
     }},
    {"use", "with", [] { return at_least_one(map_of(something())); }},
    {"view", "version", [] { return fixed_text(); }},
};

}  // namespace

Value verb_value(const dsl::VerbInfo& verb) {
    const auto own = std::find_if(std::begin(verb_shapes), std::end(verb_shapes),
                                  [&](const VerbShape& shape) { return shape.verb == verb.name; });
    if (own != std::end(verb_shapes)) return own->shape();
    Value value = kind_value(verb.value);
    if (!verb.value_optional) return value;
    return Value::object(
        {{"anyOf", Value::array({std::move(value), Value::object({{"enum", Value::array({Value::null(), ""})}})})}});
}

Value verb_option(const dsl::VerbInfo& verb, const dsl::OptionInfo& option) {
    for (const std::string_view owner : {verb.name, std::string_view{}}) {
        const auto own =
            std::find_if(std::begin(option_shapes), std::end(option_shapes),
                         [&](const OptionShape& shape) { return shape.verb == owner && shape.option == option.name; });
        if (own != std::end(option_shapes)) return own->shape();
    }
    return option_value(option);
}

Value verb_definitions() {
    Value option = Value::object(
        {{"description", "where the key leads; or a map: its words, `for` or `to`, attributes to `set`, and `then`"},
         {"type", Value::array({"string", "number", "boolean", "array", "object"})},
         {"minLength", 1},
         {"minItems", 1},
         {"items", reference_to("step")}});
    Value words_for = spoken(text()).set("description", "what the key is for: \"For …, press 1.\"");
    Value words_to = spoken(text()).set("description", "what the key does: \"To …, press 1.\"");
    option.merge(keys({{"for", std::move(words_for)},
                       {"to", std::move(words_to)},
                       {"set", texts_ref()},
                       {"then", reference_to("target")}}));
    const auto answer = [](std::initializer_list<Member> more) {
        Value known = keys({{"play", name_ref()},
                            {"ssml", spoken(text())},
                            {"say", reference_to("message")},
                            {"then", reference_to("target")}});
        for (const Member& one : more) known.at("properties").set(one.name, one.value);
        return spoken(text_or_map(std::move(known)));
    };
    Value lens = text_or_map(keys({{"voice", list_or_one(one_of("realtime", "post-contact", "automated", "off"))},
                                   {"chat", switch_()},
                                   {"language", text_ref()},
                                   {"redact", one_of("both", "redacted", "off")},
                                   {"mask", one_of("PII", "entity-type")},
                                   {"sentiment", switch_()},
                                   {"summary", list_or_one(one_of("post-contact", "automated", "off"))}}));
    return Value::object({{"menu-option", std::move(option)},
                          {"answer", answer({})},
                          {"answer-to-ask", answer({{"check", switch_()}})},
                          {"contact-lens", std::move(lens)}});
}

}  // namespace flowc::schema
