#include <array>

#include "flowdsl/schema/option_shapes.hpp"
#include "flowdsl/schema/verb_shapes.hpp"

namespace flowc::schema {
namespace {

template <typename... Words>
Value among(Words... words) {
    const std::array<std::string_view, sizeof...(words)> all{words...};
    return word(all);
}

}  // namespace

Value verb_definitions() {
    Value option = Value::object(
        {{"description", "where the key leads; or a map: its words, `for` or `to`, attributes to `set`, and `then`"},
         {"type", Value::array({"string", "number", "boolean", "array", "object"})},
         {"minLength", 1},
         {"minItems", 1},
         {"items", reference_to("step")}});
    Value words_for = spoken(text()).set("description", "what the key is for: \"For …, press 1.\"");
    Value words_to = spoken(text()).set("description", "what the key does: \"To …, press 1.\"");
    option.set("not", both_keys("for", "to"));
    option.merge(keys({{"for", std::move(words_for)},
                       {"to", std::move(words_to)},
                       {"set", reference_to("texts")},
                       {"then", reference_to("target")}}));
    const auto answer = [](std::initializer_list<Member> more) {
        Value known = keys({{"play", reference_to("name")},
                            {"ssml", spoken(text())},
                            {"say", reference_to("message")},
                            {"then", last_target()}});
        Value says = Value::array({has_keys({"say"}), has_keys({"then"})});
        for (const Member& one : more) {
            known.at("properties").set(one.name, one.value);
            says.add(has_keys({one.name}));
        }
        Value answers = Value::object({{"if", Value::object({{"type", "object"}, {"anyOf", std::move(says)}})},
                                       {"then", has_none_of({"play", "ssml"})}});
        Value leaves = Value::object({{"if", without_holes().merge(has_keys({"say"}))}, {"then", has_keys({"then"})}});
        known.set("allOf", Value::array({std::move(answers), std::move(leaves)}));
        return spoken(text_or_map(std::move(known)).set("not", both_keys("play", "ssml")));
    };
    static constexpr std::array<std::string_view, 3> hearing{"realtime", "post-contact", "automated"};
    static constexpr std::array<std::string_view, 2> summaries{"post-contact", "automated"};
    static constexpr std::array<std::string_view, 2> kept{"both", "redacted"};
    Value lens = off_or_map(keys({{"voice", words_or_off(hearing, true)},
                                  {"chat", switch_()},
                                  {"language", reference_to("text")},
                                  {"redact", words_or_off(kept, false)},
                                  {"mask", among("PII", "entity-type")},
                                  {"sentiment", switch_()},
                                  {"summary", words_or_off(summaries, true)}}));
    return Value::object({{"menu-option", std::move(option)},
                          {"answer", answer({})},
                          {"answer-to-ask", answer({{"check", switch_()}})},
                          {"contact-lens", std::move(lens)}});
}

}  // namespace flowc::schema
