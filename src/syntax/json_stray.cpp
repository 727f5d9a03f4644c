#include "syntax/json_stray.hpp"

#include <algorithm>
#include <array>

#include "diagnostics/suggest.hpp"
#include "source/ascii.hpp"
#include "source/utf8.hpp"

namespace flowc::json {

namespace {

std::string_view line_from(std::string_view text, std::size_t at) {
    const std::size_t end = text.find_first_of("\r\n", at);
    return text.substr(at, end == std::string_view::npos ? end : end - at);
}

bool begins(std::string_view text, std::size_t at, std::string_view with) {
    return text.substr(at, with.size()) == with;
}

struct Literal {
    std::string_view found;
    std::string_view meant;
};

/// Words of other languages; compared without regard to case.
constexpr std::array<Literal, 8> literals{{{"true", "true"},
                                           {"false", "false"},
                                           {"null", "null"},
                                           {"none", "null"},
                                           {"nil", "null"},
                                           {"undefined", "null"},
                                           {"yes", "true"},
                                           {"no", "false"}}};

std::string_view meant_by(std::string_view word) {
    for (const Literal& literal : literals) {
        if (same_word(word, literal.found)) return literal.meant;
    }
    return {};
}

struct Placeholder {
    std::string_view open;
    std::string_view close;
};

constexpr std::array<Placeholder, 8> placeholders{
    {{"${", "}"}, {"#{", "}"}, {"{{", "}}"}, {"{%", "%}"}, {"<<", ">>"}, {"<%", "%>"}, {"%(", ")"}, {"{", "}"}}};

/// The placeholder at `at`, closed on its line; empty where none stands there.
std::string_view placeholder(std::string_view text, std::size_t at) {
    const std::string_view line = line_from(text, at);
    for (const Placeholder& kind : placeholders) {
        if (line.substr(0, kind.open.size()) != kind.open) continue;
        std::size_t end = line.find(kind.close, kind.open.size());
        if (end == std::string_view::npos) continue;
        end += kind.close.size();
        // `${{kind:name}}` has braces inside.
        while (end < line.size() && kind.close == "}" && line[end] == '}' && line[1] == '{' && line[2] == '{') ++end;
        return line.substr(0, end);
    }
    if (line.size() > 1 && line[0] == '$' && is_word(line[1]))
        return line.substr(0, 1 + bare_word(line.substr(1)).size());
    return {};
}

std::string describe_odd_space(char32_t code) {
    switch (code) {
        case 0xA0: return "no-break space (U+00A0) between values; replace it with an ordinary space";
        case 0xFEFF: return "byte-order mark in the middle of the text; remove it";
        case 0x200B: return "zero-width space (U+200B) between values; remove it";
        case 0x3000: return "ideographic space (U+3000) between values; replace it with an ordinary space";
        case 0x2028:
        case 0x2029: return "line separator (U+2028 or U+2029) between values; replace it with a line break";
        default: return {};
    }
}

bool is_typographic_quote(char32_t code) { return (code >= 0x2018 && code <= 0x201F) || code == 0xAB || code == 0xBB; }

Stray describe_word(std::string_view text, std::size_t at, Wanted wanted) {
    const std::string_view word = bare_word(text.substr(at));
    const std::size_t end = at + word.size();
    if (wanted == Wanted::comma)
        return {at, end, quote(word) + " behind a value; a comma or a closing bracket was expected"};
    if (wanted == Wanted::key) return {at, end, "key " + quote(word) + " without quotes; write it in double quotes"};
    if (const std::string_view meant = meant_by(word); !meant.empty()) {
        return {at, end,
                quote(word) + " is no JSON; write " + quote(meant) + ", or put it in double quotes if it is a text"};
    }
    if (word == "NaN" || word == "Infinity") {
        return {at, end, "JSON has no " + quote(word) + "; write `null`, or put it in double quotes"};
    }
    if (begins(text, end, "(")) return {at, end, quote(word) + " looks like a call; JSON holds only values"};
    return {at, end, quote(word) + " without quotes; put a text in double quotes"};
}

}  // namespace

bool is_comment(std::string_view text, std::size_t at) {
    return begins(text, at, "//") || begins(text, at, "/*") || begins(text, at, "<!--") ||
           (begins(text, at, "#") && !begins(text, at, "#{"));
}

bool is_word(char c) { return is_name_character(c) || c == '+' || c == '.' || static_cast<unsigned char>(c) >= 0x80; }

std::string_view bare_word(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && is_word(text[end])) {
        const utf8::Decoded code = utf8::decode(text.substr(end));
        if (!describe_odd_space(code.value).empty() || is_typographic_quote(code.value)) break;
        end += code.size;
    }
    return text.substr(0, end);
}

Stray template_value(std::string_view text, std::size_t at) {
    std::string_view found = placeholder(text, at);
    if (found.empty()) found = text.substr(at, 1);
    return {
        at, at + found.size(),
        quote(found) + " looks like a placeholder of a template; put it in double quotes, or fill the template first"};
}

Stray stray(std::string_view text, std::size_t at, Wanted wanted) {
    const char c = text[at];
    if (begins(text, at, "<<<<<<<") || begins(text, at, "=======") || begins(text, at, ">>>>>>>")) {
        return {at, at + 7, "conflict marker of a merge; resolve the conflict first"};
    }
    if (is_comment(text, at)) {
        return {at, at + line_from(text, at).size(), "comment; JSON has none, remove it"};
    }
    if (!placeholder(text, at).empty()) return template_value(text, at);
    if (at == 0 && c == '<') return {at, at + 1, "this looks like XML or HTML, not like JSON"};
    if (begins(text, at, "---")) return {at, at + 3, "this looks like YAML, not like JSON; name the file `.yaml`"};
    if (begins(text, at, "...")) return {at, at + 3, "`...` stands for something left out; JSON needs all of it"};
    if (c == '\'' || c == '`') {
        return {at, at + 1,
                c == '\'' ? "single quotes; JSON wants double quotes" : "backtick; JSON wants double quotes"};
    }
    const utf8::Decoded code = utf8::decode(text.substr(at));
    if (std::string space = describe_odd_space(code.value); !space.empty())
        return {at, at + code.size, std::move(space)};
    if (is_typographic_quote(code.value))
        return {at, at + code.size, "typographic quotes; JSON wants straight double quotes"};
    if (is_word(c)) return describe_word(text, at, wanted);
    const std::string_view expected = wanted == Wanted::key     ? "a key in double quotes"
                                      : wanted == Wanted::value ? "a value"
                                                                : "a comma or a closing bracket";
    return {at, at + code.size,
            quote(text.substr(at, code.size)) + " where " + std::string(expected) + " was expected"};
}

}  // namespace flowc::json
