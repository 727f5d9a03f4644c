#include "flowdsl/schema/verb_forms.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "flowc/catalogue.hpp"
#include "flowdsl/schema/option_shapes.hpp"
#include "flowdsl/schema/parameter_schema.hpp"
#include "flowdsl/schema/pattern.hpp"
#include "flowdsl/verbs/check_subject.hpp"

/// Of a step in which `${name}` stands for a key nobody knows what is missing: what is asked for is asked of other steps.
namespace flowc::schema {
namespace {

Value with_property(std::string_view name, Value value) {
    return Value::object({{"properties", Value::object({{std::string(name), std::move(value)}})}});
}

/// Of a step: the option is written, and it is one of these.
Value is(std::string_view option, std::initializer_list<Value> words) {
    return has_keys({option}).merge(with_property(option, Value::object({{"enum", Value::array(words)}})));
}

/// Of a step: the verb's value is a map with this key.
Value names(std::string_view verb, std::string_view key) {
    return has_keys({verb}).merge(with_property(verb, has_keys({key}).set("type", "object")));
}

Value complete(Value condition) { return without_holes().merge(std::move(condition)); }

Value unless_written(std::string_view option) { return Value::object({{"not", has_keys({option})}}); }

Value not_both(std::string_view one, std::string_view other) { return Value::object({{"not", both_keys(one, other)}}); }

Value at_least_one_of(std::initializer_list<std::string_view> options) {
    Value any = Value::array();
    for (const std::string_view option : options) any.add(has_keys({option}));
    return implies(without_holes(), Value::object({{"anyOf", std::move(any)}}));
}

Value ask_forms() {
    return Value::array({implies(is("ask", {"digits", "secret"}), has_none_of({"country", "invalid"})),
                         implies(is("ask", {"digits", "phone"}), has_none_of({"encrypt"})),
                         implies(is("ask", {"phone"}), has_none_of({"max"})),
                         implies(complete(is("ask", {"secret"})), has_keys({"encrypt"}))});
}

Value bot_forms() {
    return Value::array({not_both("prompt", "first_message"), at_least_one_of({"prompt", "first_message"}),
                         implies(complete(has_keys({"intents"})), has_keys({"give_up"})),
                         implies(complete(unless_written("intents")), has_none_of({"invalid"}))});
}

Value callback_forms() { return Value::array({implies(is("callback", {"known"}), has_none_of({"bad_number"}))}); }

/// The cases of one that is asked for: such words, several of them joined by ` or `.
Value cases_like(const std::string& one) {
    const std::string several = "^(?:" + one + ")(?: or (?:" + one + "))*$";
    return Value::object({{"propertyNames", Value::object({{"pattern", pattern::either({several, R"(\$\{)"})}})}});
}

std::string case_of(const dsl::CheckSubject& subject) {
    constexpr const char* test = "(?:(?:under|over|at least|at most|is) )?";
    switch (subject.measure) {
        case dsl::CheckMeasure::presence: return "over 0";
        case dsl::CheckMeasure::count: return test + std::string(R"(\+?[0-9]+)");
        case dsl::CheckMeasure::age: return test + std::string(R"(\+?[0-9]+[smhd])");
        case dsl::CheckMeasure::none: break;
    }
    std::string words;
    for (const std::string_view word : dsl::answers_to(subject))
        words += (words.empty() ? "" : "|") + pattern::escaped(word);
    return words;
}

Value check_forms() {
    Value forms = Value::array();
    for (const dsl::CheckSubject& subject : dsl::check_subjects) {
        Value then = with_property("cases", cases_like(case_of(subject)));
        const bool segment = subject.type == ActionType::CheckSegmentMembershipForCustomerProfile;
        if (subject.measure == dsl::CheckMeasure::none) then.at("properties").set("of", false);
        if (!segment) then.at("properties").merge(has_none_of({"name", "by"}).at("properties"));
        forms.add(implies(is("check", {subject.words}), std::move(then)));
        if (segment) forms.add(implies(complete(is("check", {subject.words})), has_keys({"name", "by"})));
    }
    return forms;
}

/// Who waits for the answer does not wait so long.
Value lambda_forms() {
    static constexpr std::array<std::string_view, 3> words_of_waiting{"off", "no", "false"};
    Value off = Value::object({{"type", "string"}, {"pattern", pattern::words_in_any_case(words_of_waiting)}});
    Value waits = with_property(
        "async", Value::object({{"anyOf", Value::array({std::move(off), Value::object({{"const", false}})})}}));
    return Value::array({implies(complete(std::move(waits)), with_property("timeout", duration(1, 8)))});
}

Value menu_forms() { return Value::array({not_both("intro", "prompt")}); }

Value profile_forms() {
    // Several keys are a list to the service, and one is not.
    const ParameterInfo* const request =
        find_parameter(info(ActionType::GetCustomerProfile).parameters, "ProfileRequestData");
    const ParameterInfo* const search = request ? find_parameter(request->properties, "SearchCriteria") : nullptr;
    Value several = Value::object({{"type", Value::array({"object", "string"})}, {"pattern", R"(\$\{)"}});
    if (search && search->max_items) several.set("maxProperties", static_cast<long>(*search->max_items));
    return Value::array({implies(is("profile", {"get"}), with_property("by", std::move(several))),
                         implies(is("profile", {"object", "calculated", "link"}),
                                 with_property("by", Value::object({{"not", Value::object({{"type", "object"}})}}))),
                         implies(complete(is("profile", {"get"})), has_keys({"by"})),
                         implies(complete(is("profile", {"object"})), has_keys({"type"})),
                         implies(complete(is("profile", {"create", "update"})), has_keys({"data"}))});
}

/// Without a channel it is the older action, which cannot fail.
Value record_forms() {
    Value known = Value::array({Value::object({{"type", "boolean"}}),
                                Value::object({{"type", "string"}, {"not", Value::object({{"pattern", R"(\$\{)"}})}}),
                                complete(Value::object({{"type", "object"}, {"not", has_keys({"channel"})}}))});
    Value older = has_keys({"record"}).merge(with_property("record", Value::object({{"anyOf", std::move(known)}})));
    return Value::array({implies(std::move(older), has_none_of({"on_error", "mismatch", "redaction_failed"}))});
}

Value table_forms() { return Value::array({at_least_one_of({"lookup", "list", "write"})}); }

Value transfer_forms() {
    const auto of_a_number = [] {
        return has_none_of({"ring", "come_back", "keys", "caller_id", "failed", "no_answer"});
    };
    Value elsewhere = Value::array({is("transfer", {"queue", "agent"}), names("transfer", "queue"),
                                    names("transfer", "agent"), names("transfer", "flow")});
    Value no_queue = Value::array({is("transfer", {"agent"}), names("transfer", "flow"), names("transfer", "number")});
    return Value::array({implies(Value::object({{"anyOf", std::move(elsewhere)}}), of_a_number()),
                         implies(Value::object({{"anyOf", std::move(no_queue)}}), has_none_of({"full"})),
                         implies(is("transfer", {"agent"}), has_none_of({"on_error"}))});
}

struct VerbForms {
    std::string_view verb;
    Value (*forms)();
};

const VerbForms forms_of_verbs[] = {
    {"action", action_forms}, {"ask", ask_forms},       {"bot", bot_forms},           {"callback", callback_forms},
    {"check", check_forms},   {"lambda", lambda_forms}, {"menu", menu_forms},         {"profile", profile_forms},
    {"record", record_forms}, {"table", table_forms},   {"transfer", transfer_forms},
};

}  // namespace

Value verb_forms(const dsl::VerbInfo& verb) {
    const auto own = std::find_if(std::begin(forms_of_verbs), std::end(forms_of_verbs),
                                  [&](const VerbForms& one) { return one.verb == verb.name; });
    return own == std::end(forms_of_verbs) ? Value::array() : own->forms();
}

}  // namespace flowc::schema
