#include "flowdsl/schema/verb_shapes.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "flowc/catalogue.hpp"
#include "flowdsl/schema/option_shapes.hpp"
#include "flowdsl/schema/pattern.hpp"
#include "flowdsl/verbs/check_subject.hpp"
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
    static constexpr std::array<std::string_view, 2> sides{"agent", "customer"};
    Value keys_of_record = keys({{"who", words_or_off(sides, true)},
                                 {"screen", switch_()},
                                 {"ivr", switch_()},
                                 {"contact_lens", reference_to("contact-lens")},
                                 {"channel", one_of("voice", "chat", "screen")}});
    const auto of_channel = [](std::string_view channel, Value others) {
        Value is_it =
            has_keys({"channel"}).set("properties", Value::object({{"channel", Value::object({{"const", channel}})}}));
        return Value::object({{"if", std::move(is_it)}, {"then", std::move(others)}});
    };
    keys_of_record.set("allOf", Value::array({of_channel("voice", has_none_of({"screen"})),
                                              of_channel("chat", has_none_of({"who", "screen", "ivr"})),
                                              of_channel("screen", has_none_of({"who", "ivr", "contact_lens"}))}));
    return off_or_map(at_least_one(std::move(keys_of_record)));
}

Value hooks() {
    Value hooks = Value::object();
    for (const char* hook : {"customer-queue", "customer-hold", "customer-whisper", "agent-hold", "agent-whisper",
                             "disconnect", "agent-screen", "disconnect-screen", "pause", "resume"})
        hooks.set(hook, no_switch(name_ref(), std::string_view{hook}.ends_with("-whisper")));
    return map_with({}).set("properties", std::move(hooks)).set("minProperties", 1);
}

Value transfer() {
    Value forms =
        keys({{"queue", name_ref()}, {"agent", name_ref()}, {"flow", name_ref()}, {"number", phone_number()}});
    return text_or_map(forms.set("minProperties", 1).set("maxProperties", 1))
        .set("pattern", R"(^(?:queue|agent)$|\$\{)")
        .set("examples", Value::array({"queue", "agent"}));
}

Value task() {
    Value from_scratch = without_holes().set("not", has_keys({"template"}));
    Value task = map_with({{"name", text_ref()},
                           {"description", text_ref()},
                           {"flow", name_ref()},
                           {"template", name_ref()},
                           {"attributes", texts_ref()},
                           {"references", map_of(text_or_map(keys({{"value", text_ref()}, {"type", fixed_text()}})))}});
    return task.set("if", std::move(from_scratch)).set("then", has_keys({"flow", "name"}));
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

/// Any type: one may be newer than the catalogue. One that is known is written as the service writes it.
Value action_type() {
    std::vector<std::string_view> names;
    for (const ActionInfo& row : actions()) names.push_back(row.name);
    Value misspelt = Value::object({{"type", "string"},
                                    {"pattern", pattern::words_in_any_case(names)},
                                    {"not", Value::object({{"enum", Value::words(names)}})}});
    return fixed_text().set("not", std::move(misspelt)).set("examples", Value::words(names));
}

/// The service counts it in minutes, from 3 to 15.
Value whole_minutes() {
    std::string in_seconds;
    for (int minutes = 3; minutes <= 15; ++minutes)
        in_seconds += (in_seconds.empty() ? "" : "|") + std::to_string(minutes * 60);
    return text_like("^\\+?0*(?:(?:" + in_seconds + ")s|(?:[3-9]|1[0-5])m)$");
}

Value switch_or_map(Value map) {
    static constexpr std::array<std::string_view, 6> words{"on", "off", "yes", "no", "true", "false"};
    return text_or_map(std::move(map)).set("pattern", pattern::either({pattern::words_in_any_case(words), R"(\$\{)"}));
}

Value groups(Value group) {
    return text_or_map(Value::object({{"minProperties", 1}, {"additionalProperties", std::move(group)}}));
}

struct VerbShape {
    std::string_view verb;
    Value (*shape)();
};

const VerbShape verb_shapes[] = {
    {"action", action_type},
    {"age", [] { return text_like("^[+-]?[0-9]+[smhd]$"); }},
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
         Value bot = keys({{"arn", text_ref()}, {"v1", text_ref()}, {"alias", text_ref()}, {"region", text_ref()}});
         Value of_first_version = without_holes().merge(has_keys({"v1"}));
         return text_or_map(bot.set("if", std::move(of_first_version)).set("then", has_keys({"alias", "region"})));
     }},
    {"call", [] { return one_of("customer"); }},
    {"case", [] { return one_of("get", "create", "update"); }},
    {"check",
     [] {
         std::vector<std::string_view> words;
         for (const dsl::CheckSubject& subject : dsl::check_subjects) words.push_back(subject.words);
         return word(words);
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
    {"language", [] { return text_like(R"(^[a-z]{2,3}(?:-[0-9A-Za-z]{2,8})*$|^\$[.\[]|^\{[\s\S]+\}$)"); }},
    {"load", [] { return one_of("email"); }},
    {"loop", [] { return number_or_reference(0, 100); }},
    {"loop_prompts", [] { return list(reference_to("message"), 1); }},
    {"metrics", queue_or_agent},
    {"persist", [] { return one_of("entire", "segment"); }},
    {"priority", [] { return number(1, 0); }},
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
    {"wait", [] { return duration_or_reference(1, 604800); }},
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
    {"", "give_up", last_target},
    {"", "returns", [] { return list(text_ref(), 1); }},
    {"", "send", texts_ref},
    {"", "session", texts_ref},
    {"", "of", queue_or_agent},
    {"ai_agent", "context", texts_ref},
    {"ai_agent", "speech", [] { return fixed_text(); }},
    {"ai_agent", "filler",
     [] {
         return switch_or_map(keys(
             {{"sound", fixed_text()}, {"after", text_ref()}, {"at_least", text_ref()}, {"answer_after", text_ref()}}));
     }},
    {"ask", "country", [] { return text_like("^[A-Z]{2}$"); }},
    {"ask", "encrypt",
     [] {
         return required(map_with({{"key_id", text_ref()}, {"key", text_ref()}}), {"key_id", "key"});
     }},
    {"ask", "silent", [] { return reference_to("answer-to-ask"); }},
    {"ask", "terminator", [] { return text_like("^(?:pound|star|[0-9*#]{1,5})$"); }},
    {"authenticate", "within", whole_minutes},
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
    {"invoke", "cases",
     [] {
         Value cases = at_least_one(map_of(reference_to("target")));
         const auto most = info(ActionType::InvokeFlowModule).conditions.max;
         return most ? cases.set("maxProperties", static_cast<long>(*most)) : cases;
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
    {"metrics", "channel",
     [] {
         static constexpr std::array<std::string_view, 2> channels{"voice", "chat"};
         return word_or_reference(channels);
     }},
    {"profile", "by",
     [] {
         return text_or_map(Value::object({{"additionalProperties", text_ref()}}));
     }},
    {"profile", "data",
     [] { return written_as(ActionType::CreateCustomerProfile, "ProfileRequestData", names_and_texts()); }},
    {"profile", "read", [] { return list_or_one(text_ref()); }},
    {"profile", "where", [] { return map_of_names(text_ref()).set("minProperties", 1).set("maxProperties", 1); }},
    {"return", "data", [] { return at_least_one(map_of(something())); }},
    {"stream", "directions",
     [] {
         Value several = Value::object({{"type", "array"}, {"items", one_of("from", "to")}});
         return Value::object({{"anyOf", Value::array({one_of("from", "to"), std::move(several)})}});
     }},
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

}  // namespace flowc::schema
