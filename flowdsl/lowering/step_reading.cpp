#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/flow_lowering.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/words/borrowed_key.hpp"
#include "flowdsl/words/keys_there.hpp"
#include "flowdsl/words/literal_name.hpp"
#include "flowdsl/words/offer_word.hpp"
#include "flowdsl/words/reference.hpp"
#include "flowdsl/words/repeated_words.hpp"
#include "flowdsl/words/scalar.hpp"
#include "source/ascii.hpp"

/// The half of `StepContext` that reads what the author wrote.
namespace flowc::dsl {

namespace {

std::string in_ticks(std::string_view text) { return quote(text); }

/// `max`: 0 where there is none.
std::string range_of(long min, long max) {
    return max != 0 ? "a number from " + std::to_string(min) + " to " + std::to_string(max)
                    : "a number of at least " + std::to_string(min);
}

}  // namespace

Node StepContext::option(std::string_view name) const {
    const Node node = step_.find(name);
    if (!node) return node;
    const OptionInfo* row = find_option(verb_, name);
    return row && says_nothing(*row, node) ? Node{} : node;
}

Span StepContext::place(std::string_view name) const {
    const Node node = option(name);
    return node ? node.span() : span();
}

FlowType StepContext::flow_type() const { return flow_.head().type; }

std::optional<std::string_view> StepContext::read_text(Node node, std::string_view what) {
    if (!node) return std::nullopt;
    if (!node.is_scalar()) {
        error(rules::bad_value, node.span(),
              "`" + std::string{what} + "` takes a text, and this is a " + (node.is_sequence() ? "list" : "map") +
                  "; a text that begins with `{` or `[` needs quotes");
        return std::nullopt;
    }
    if (node.text().empty()) {
        error(rules::bad_value, node.span().empty() ? span() : node.span(),
              "`" + std::string{what} +
                  "` is empty and the service refuses empty values; give it a value or leave it out");
        return std::nullopt;
    }
    return node.text();
}

std::optional<std::string_view> StepContext::read_fixed(Node node, std::string_view what) {
    const auto text = read_text(node, what);
    if (text && holds_reference(*text))
        error(rules::bad_value, node.span(),
              "`" + std::string{what} + "` is written as it stands, and nothing is filled in where " + quote(*text) +
                  " has `{`; write the value itself");
    return text;
}

std::optional<long> StepContext::read_number(Node node, std::string_view what, long min, long max) {
    const auto text = read_text(node, what);
    if (!text) return std::nullopt;
    const auto value = parse_number(*text);
    if (!value) {
        const bool is_whole = text->find_first_not_of("0123456789", text->front() == '-' || text->front() == '+') ==
                                  std::string_view::npos &&
                              text->find_first_of("0123456789") != std::string_view::npos;
        error(rules::bad_value, node.span(),
              is_whole ? "`" + std::string{what} + "` is out of its range; write " + range_of(min, max)
                       : "`" + std::string{what} + "` takes a whole number, not " + in_ticks(*text));
        return std::nullopt;
    }
    if (*value < min || (max != 0 && *value > max)) {
        error(rules::bad_value, node.span(),
              "`" + std::string{what} + "` is " + std::to_string(*value) + ", out of its range; write " +
                  range_of(min, max));
        return std::nullopt;
    }
    return value;
}

namespace {

/// `5 seconds`, `5min`, `1.5m` or `1,5m` as they are written here; empty: it is something else.
std::string duration_meant(std::string_view text) {
    static constexpr std::pair<std::string_view, long> units[] = {
        {"s", 1},      {"sec", 1},     {"secs", 1},     {"second", 1},   {"seconds", 1}, {"m", 60},
        {"min", 60},   {"mins", 60},   {"minute", 60},  {"minutes", 60}, {"h", 3600},    {"hr", 3600},
        {"hrs", 3600}, {"hour", 3600}, {"hours", 3600}, {"d", 86400},    {"day", 86400}, {"days", 86400}};
    constexpr std::size_t most_digits = 6;
    long tenths = 0;
    std::size_t at = 0;
    while (at < text.size() && at < most_digits && is_digit(text[at])) tenths = tenths * 10 + (text[at++] - '0');
    if (at == 0) return {};
    tenths *= 10;
    if (at + 1 < text.size() && (text[at] == '.' || text[at] == ',') && is_digit(text[at + 1])) {
        tenths += text[at + 1] - '0';
        at += 2;
    }
    while (at < text.size() && text[at] == ' ') ++at;
    for (const auto& [unit, seconds] : units)
        if (same_word(text.substr(at), unit) && tenths * seconds % 10 == 0) return duration_text(tenths * seconds / 10);
    return {};
}

/// What to do with a list of maps, or `A = 1`, in the place of a map, as the end of a sentence.
std::string map_meant(Node node) {
    const auto is_map = [](Node item) { return item.is_mapping(); };
    if (node.is_sequence() && node.size() > 0 && std::all_of(node.items().begin(), node.items().end(), is_map))
        return "; take out the `- ` before each key";
    const std::string_view text = node.text();
    const std::size_t equals = text.find(" = ");
    if (equals == std::string_view::npos || equals == 0) return {};
    return "; write " +
           quote("{" + std::string{text.substr(0, equals)} + ": " + std::string{text.substr(equals + 3)} + "}");
}

}  // namespace

std::optional<long> StepContext::read_duration(Node node, std::string_view what, long min, long max) {
    const auto text = read_text(node, what);
    if (!text) return std::nullopt;
    const auto value = parse_duration(*text);
    if (!value) {
        const bool bare = parse_number(*text).has_value();
        const std::string meant = duration_meant(*text);
        error(rules::bad_value, node.span(),
              bare ? "`" + std::string{what} + ": " + std::string{*text} + "` has no unit; write `" +
                         std::string{*text} + "s`, `" + std::string{*text} + "m` or `" + std::string{*text} + "h`"
                   : "`" + std::string{what} + "` takes a duration such as `5s`, `2m`, `1h` or `3d`, not " +
                         in_ticks(*text) + (meant.empty() ? "" : "; write `" + meant + "`"));
        return std::nullopt;
    }
    if (*value < min || (max != 0 && *value > max)) {
        error(rules::bad_value, node.span(),
              "`" + std::string{what} + "` is " + std::string{*text} + ", out of its range; write " +
                  (max != 0 ? "between " + duration_text(min) + " and " + duration_text(max)
                            : "at least " + duration_text(min)));
        return std::nullopt;
    }
    return value;
}

std::optional<bool> StepContext::read_switch(Node node, std::string_view what) {
    const auto text = read_text(node, what);
    if (!text) return std::nullopt;
    const auto value = parse_switch(*text);
    if (!value)
        error(rules::bad_value, node.span(), "`" + std::string{what} + "` takes `on` or `off`, not " + in_ticks(*text));
    return value;
}

std::optional<std::string_view> StepContext::read_word(Node node, std::string_view what,
                                                       std::span<const std::string_view> words) {
    const auto text = read_text(node, what);
    if (!text) return std::nullopt;
    const auto found = std::find(words.begin(), words.end(), *text);
    if (found != words.end()) return *found;
    const std::string_view near = nearest(*text, words);
    Diagnostic& finding =
        error(rules::bad_value, node.span(),
              "`" + std::string{what} + "` does not know " + in_ticks(*text) + "; " +
                  (near.empty() ? "write " + list(words, "or") : "did you mean `" + std::string{near} + "`?"));
    offer_word(finding, node, near);
    return std::nullopt;
}

bool StepContext::read_map(Node node, std::string_view what, std::span<const std::string_view> keys) {
    if (!node.is_mapping()) {
        error(rules::bad_value, node ? node.span() : span(),
              "`" + std::string{what} + "` takes a map, `{key: value}`" + map_meant(node));
        return false;
    }
    if (keys.empty()) {
        // What a case compares with is no name, and of an answer's fields more is asked.
        if (what != "cases" && what != "expect")
            for (const auto [name, value] : node.entries()) refuse_reference(name);
        return true;
    }
    KeysThere there(node);
    for (const auto [key, value] : node.entries()) {
        if (std::find(keys.begin(), keys.end(), key.text()) != keys.end()) continue;
        const bool leads_on = std::find(keys.begin(), keys.end(), "then") != keys.end();
        const bool is_word = leads_on && is_reserved_word(key.text()) && (key.text() != "next" || value.text().empty());
        const auto [meant, instead] = meant_key(key.text(), keys);
        const bool is_step = leads_on && instead.empty() && find_verb(key.text());
        const bool stands_too_deep = !is_word && !is_step && instead.empty() && find_option(verb_, key.text());
        const std::string_view near = is_word || is_step || stands_too_deep ? std::string_view{} : meant;
        Diagnostic& finding =
            error(rules::unknown_option, key.span(),
                  "`" + std::string{what} + "` has no " + in_ticks(key.text()) + "; " +
                      (stands_too_deep ? "it is an option of `" + std::string{verb_.name} +
                                             "`: write it on a line of its own, below the verb"
                       : is_word ? "write `then: " + std::string{key.text()} + "`"
                       : is_step ? "write the step behind `then`, `then: [{" + std::string{key.text()} + ": …}]`"
                       : !instead.empty() ? std::string{instead}
                       : near.empty()     ? "it knows " + list(keys, "and")
                                          : "did you mean `" + std::string{near} + "`?"));
        if (there.is_free(near)) offer_word(finding, key, near);
    }
    return true;
}

void StepContext::refuse_reference(Node name) { dsl::refuse_reference(name, flow_.diagnostics()); }

bool StepContext::read_list(Node node, std::string_view what) {
    if (node.is_sequence()) return true;
    const bool is_value = what == verb_.name && !verb_.example.empty();
    error(rules::bad_value, node ? node.span() : span(),
          "`" + std::string{what} + "` takes a list" +
              (node.is_mapping() ? "; begin each of it with `- `"
               : is_value        ? ", as in `" + std::string{verb_.example} + "`"
                                 : ", `[…]`"));
    return false;
}

void StepContext::each_once(Node list) { report_repeated_words(list, flow_.diagnostics()); }

std::optional<long> StepContext::number(std::string_view name) {
    const OptionInfo& row = *find_option(verb_, name);
    if (const Node node = option(name))
        if (const auto value = read_number(node, name, row.min, row.max)) return value;
    return parse_number(row.default_value);
}

long StepContext::duration(std::string_view name) {
    const OptionInfo& row = *find_option(verb_, name);
    if (const Node node = option(name))
        if (const auto value = read_duration(node, name, row.min, row.max)) return *value;
    return parse_duration(row.default_value).value_or(0);
}

bool StepContext::is_on(std::string_view name) {
    if (const Node node = option(name))
        if (const auto value = read_switch(node, name)) return *value;
    return parse_switch(find_option(verb_, name)->default_value).value_or(false);
}

std::string_view StepContext::word(std::string_view name) {
    const OptionInfo& row = *find_option(verb_, name);
    if (const Node node = option(name))
        if (const auto value = read_word(node, name, row.words)) return *value;
    return row.default_value;
}

std::string StepContext::text(std::string_view name) {
    const Node node = option(name);
    return std::string{read_text(node, name).value_or(std::string_view{})};
}

Message StepContext::message(std::string_view name) {
    const Node node = option(name);
    return node ? read_message(node) : Message{};
}

bool StepContext::is_system_word(Node reference) const {
    std::string_view word = reference.text();
    if (word.starts_with('{') && word.ends_with('}') && word.size() > 2) word = word.substr(1, word.size() - 2);
    const auto words = system_words();
    return std::any_of(words.begin(), words.end(),
                       [&](const SystemWord& each) { return each.word == word || each.path == word; });
}

}  // namespace flowc::dsl
