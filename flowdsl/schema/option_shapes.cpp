#include "flowdsl/schema/option_shapes.hpp"

#include <array>

#include "flowdsl/schema/pattern.hpp"
#include "flowdsl/words/scalar.hpp"

namespace flowc::schema {
namespace {

using dsl::OptionInfo;
using dsl::OptionKind;

/// Blanks alone say nothing.
constexpr const char* some_word = R"([^ \t\r\n])";
constexpr const char* hole = R"(\$\{)";
/// What is known only when the call runs.
constexpr const char* run_time = R"(^\$[.\[]|^\{[\s\S]+\}$)";

/// A text that is written as it stands, `{{` and `${` aside.
constexpr const char* no_reference = R"(^(?:[^{]*|[^{]*\{[^}]*|[^{]*(?:\{\{|\$\{)[\s\S]*)$)";

Value scalar_types() { return Value::array({"string", "number", "boolean"}); }

Value hole_schema() { return Value::object({{"type", "string"}, {"pattern", hole}}); }

/// The amounts of one unit that lie in a range of seconds, such as `0*(?:[1-9]|10)m`; empty: there are none.
std::string amounts(char unit, long seconds, long min, long max) {
    const long first = (min + seconds - 1) / seconds;
    const long last = max / seconds;
    if (max != 0 && last < first) return {};
    const std::optional<std::int64_t> end = max == 0 ? std::nullopt : std::optional<std::int64_t>(last);
    return "\\+?0*(?:" + pattern::digits(first, end) + ")" + unit;
}

std::string duration_pattern(long min, long max) {
    static constexpr std::array<std::pair<char, long>, 4> units{{{'s', 1}, {'m', 60}, {'h', 3600}, {'d', 86400}}};
    std::string all;
    for (const auto& [unit, seconds] : units) {
        const std::string one = amounts(unit, seconds, min, max);
        if (!one.empty()) all += (all.empty() ? "" : "|") + one;
    }
    return "^(?:" + all + ")$";
}

Value any_duration() {
    return Value::object({{"type", "string"}, {"pattern", pattern::either({"^[+-]?[0-9]+[smhd]$", run_time, hole})}});
}

Value any_number() {
    return Value::object({{"type", Value::array({"integer", "string"})},
                          {"pattern", pattern::either({"^[+-]?[0-9]+$", run_time, hole})}});
}

Value any_map() { return Value::object({{"type", Value::array({"object", "string"})}, {"pattern", hole}}); }

}  // namespace

Value reference_to(std::string_view definition) {
    return Value::object({{"$ref", "#/$defs/" + std::string(definition)}});
}

Value text() { return Value::object({{"type", scalar_types()}, {"minLength", 1}}); }

Value spoken(Value text) { return text.set("pattern", some_word); }

Value fixed_text() { return text().set("pattern", no_reference); }

Value text_up_to(int most) {
    return text().set("anyOf",
                      Value::array({Value::object({{"maxLength", most}}), Value::object({{"pattern", hole}})}));
}

Value word(std::span<const std::string_view> words) {
    Value known = Value::words(words);
    bool on = false;
    bool off = false;
    for (const std::string_view one : words) {
        const std::optional<bool> reading = dsl::parse_switch(one);
        on = on || reading == true;
        off = off || reading == false;
    }
    if (on) known.add(true);
    if (off) known.add(false);
    return Value::object({{"anyOf", Value::array({Value::object({{"enum", std::move(known)}}), hole_schema()})}});
}

Value whole_number() {
    return Value::object(
        {{"type", Value::array({"integer", "string"})}, {"pattern", pattern::either({"^[+-]?[0-9]+$", hole})}});
}

Value number(long min, long max) {
    const std::optional<std::int64_t> end = max == 0 ? std::nullopt : std::optional<std::int64_t>(max);
    Value value = Value::object({{"type", Value::array({"integer", "string"})},
                                 {"pattern", pattern::either({"^\\+?0*(?:" + pattern::digits(min, end) + ")$", hole})},
                                 {"minimum", min}});
    if (max != 0) value.set("maximum", max);
    return value;
}

Value duration(long min, long max) {
    return Value::object({{"type", "string"}, {"pattern", pattern::either({duration_pattern(min, max), hole})}});
}

namespace {

Value or_one_reference(Value value) {
    return Value::object(
        {{"anyOf", Value::array({std::move(value), Value::object({{"type", "string"}, {"pattern", run_time}})})}});
}

constexpr std::array<std::string_view, 3> words_of_on{"on", "yes", "true"};
constexpr std::array<std::string_view, 3> words_of_off{"off", "no", "false"};

}  // namespace

Value number_or_reference(long min, long max) { return or_one_reference(number(min, max)); }
Value duration_or_reference(long min, long max) { return or_one_reference(duration(min, max)); }

Value text_like(std::string_view form) { return text().set("pattern", pattern::either({std::string(form), hole})); }

Value phone_number() { return text_like(pattern::either({R"(^\+[0-9]{2,15}$)", run_time})); }

Value word_or_reference(std::span<const std::string_view> words) { return or_one_reference(word(words)); }

Value words_or_off(std::span<const std::string_view> words, bool several) {
    Value off = Value::object({{"type", "string"}, {"pattern", pattern::words_in_any_case(words_of_off)}});
    Value forms = Value::array({word(words), std::move(off), Value::object({{"const", false}})});
    if (several) forms.add(Value::object({{"type", "array"}, {"items", word(words)}}));
    return Value::object({{"anyOf", std::move(forms)}});
}

Value off_or_map(Value map) {
    return Value::object({{"type", Value::array({"object", "string", "boolean"})},
                          {"pattern", pattern::either({pattern::words_in_any_case(words_of_off), hole})},
                          {"not", Value::object({{"const", true}})}})
        .merge(std::move(map));
}

Value no_switch(Value value, bool may_be_off) {
    Value words = Value::object({{"type", "string"}, {"pattern", pattern::words_in_any_case(words_of_on)}});
    Value refused = Value::array({Value::object({{"const", true}}), std::move(words)});
    if (!may_be_off) {
        refused.add(Value::object({{"const", false}}));
        refused.add(Value::object({{"type", "string"}, {"pattern", pattern::words_in_any_case(words_of_off)}}));
    }
    Value allowed = Value::object({{"not", Value::object({{"anyOf", std::move(refused)}})}});
    return Value::object({{"allOf", Value::array({std::move(value), std::move(allowed)})}});
}

Value switch_() {
    static constexpr std::array<std::string_view, 6> words{"on", "off", "yes", "no", "true", "false"};
    return Value::object({{"type", Value::array({"boolean", "string"})},
                          {"pattern", pattern::either({pattern::words_in_any_case(words), hole})},
                          {"examples", Value::array({"on", "off"})}});
}

Value list_or_one(Value item) {
    return Value::object({{"type", Value::array({"array", "string", "number", "boolean"})},
                          {"minLength", 1},
                          {"items", std::move(item)}});
}

Value list(Value item, int least) {
    return Value::object({{"type", Value::array({"array", "string"})},
                          {"pattern", hole},
                          {"minItems", least},
                          {"items", std::move(item)}});
}

Value map_of(Value item) { return any_map().set("additionalProperties", std::move(item)); }

Value keys(std::initializer_list<Member> members) {
    return Value::object(
        {{"properties", Value::object(members)}, {"patternProperties", any_hole()}, {"additionalProperties", false}});
}

Value any_hole() { return Value::object({{hole, true}}); }

Value without_holes() {
    return Value::object({{"propertyNames", Value::object({{"not", Value::object({{"pattern", hole}})}})}});
}

Value needs(Value map, Value names) {
    return map.set("if", without_holes()).set("then", Value::object({{"required", std::move(names)}}));
}

Value has_keys(std::initializer_list<Value> names) { return Value::object({{"required", Value::array(names)}}); }

Value has_none_of(std::initializer_list<std::string_view> names) {
    Value properties = Value::object();
    for (const std::string_view name : names) properties.set(name, false);
    return Value::object({{"properties", std::move(properties)}});
}

Value both_keys(std::string_view one, std::string_view other) { return has_keys({one, other}).set("type", "object"); }

Value last_target() {
    Value again = Value::object({{"enum", Value::array({"repeat", Value::array({"repeat"})})}});
    return Value::object(
        {{"allOf", Value::array({reference_to("target"), Value::object({{"not", std::move(again)}})})}});
}

Value map_of_names(Value item) {
    return map_of(std::move(item)).set("propertyNames", Value::object({{"pattern", no_reference}}));
}

Value map_with(std::initializer_list<Member> members) { return any_map().merge(keys(members)); }

Value text_or_map(Value map) {
    Value types = scalar_types();
    types.add("object");
    return Value::object({{"type", std::move(types)}, {"minLength", 1}}).merge(std::move(map));
}

Value kind_value(OptionKind kind) {
    switch (kind) {
        case OptionKind::message: return reference_to("message");
        case OptionKind::target: return reference_to("target");
        case OptionKind::name: return reference_to("name");
        case OptionKind::text:
        case OptionKind::word:
        case OptionKind::reference: return reference_to("text");
        case OptionKind::duration: return any_duration();
        case OptionKind::number: return any_number();
        case OptionKind::switch_: return switch_();
        case OptionKind::list: return Value::object({{"type", Value::array({"array", "string", "number", "boolean"})}});
        case OptionKind::map:
        case OptionKind::data: return any_map();
        case OptionKind::any: break;
    }
    return Value::object();
}

Value option_value(const OptionInfo& option) {
    switch (option.kind) {
        case OptionKind::word: return word(option.words);
        case OptionKind::duration: return duration(option.min, option.max);
        case OptionKind::number: return number(option.min, option.max);
        case OptionKind::list: return kind_value(option.kind).set("minItems", option.may_be_empty ? 0 : 1);
        case OptionKind::map:
        case OptionKind::data: return any_map().set("minProperties", option.may_be_empty ? 0 : 1);
        default: return kind_value(option.kind);
    }
}

// Without descriptions: editors would show them in the place of the option's own.
Value value_definitions() {
    const Value message = spoken(text_or_map(keys({{"play", reference_to("name")}, {"ssml", spoken(text())}})))
                              .set("not", both_keys("play", "ssml"));
    const Value name = text_or_map(keys({{"arn", reference_to("text")}}));
    Value target = Value::object({{"type", Value::array({"string", "number", "boolean", "array"})},
                                  {"minLength", 1},
                                  {"minItems", 1},
                                  {"items", reference_to("step")},
                                  {"examples", Value::array({"next", "repeat", "hangup"})}});
    return Value::object({{"text", text()},
                          {"message", message},
                          {"name", name},
                          {"target", std::move(target)},
                          {"texts", map_of_names(reference_to("text"))},
                          {"targets", map_of(reference_to("target"))}});
}

}  // namespace flowc::schema
