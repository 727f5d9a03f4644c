#include "ir/placeholder.hpp"

#include <algorithm>

#include "ir/reference.hpp"
#include "source/any_place.hpp"
#include "source/ascii.hpp"

namespace flowc {
namespace {

bool has_pair(std::string_view text, std::string_view open, std::string_view close) {
    const std::size_t begin = text.find(open);
    return begin != std::string_view::npos && text.find(close, begin + open.size()) != std::string_view::npos;
}

bool is_constant_character(char c) { return is_capital(c) || c == '_'; }

/// A name of two letters or more between two signs, where nothing but the name stands; `50% off, 20%` has a space in it
/// and is none.
bool has_name_between(std::string_view text, char sign, bool (*fits)(char)) {
    return any_place(text, sign, [&](std::size_t begin) {
        std::size_t end = begin + 1;
        while (end < text.size() && fits(text[end])) ++end;
        return end < text.size() && text[end] == sign && end > begin + 2;
    });
}

/// Whether `<` stands before another one, or before `%`: in speech there are tags, whose names it stands before.
bool has_other_angle(std::string_view text) {
    return any_place(text, '<', [&](std::size_t at) {
        return at + 1 < text.size() && (text[at + 1] == '<' || text[at + 1] == '%');
    });
}

/// Whether a dollar is no reference's, which has a point or a bracket behind it. Most are, and those of a text are looked at
/// once here instead of once for each form of placeholder.
bool has_other_dollar(std::string_view text) {
    return any_place(text, '$', [&](std::size_t at) {
        return at + 1 == text.size() || (text[at + 1] != '.' && text[at + 1] != '[');
    });
}

/// `$LAMBDA_ARN`, as a shell names what it fills in.
bool has_shell_name(std::string_view text) {
    const auto fits = [](char c) { return is_constant_character(c) || is_digit(c); };
    return any_place(text, '$', [&](std::size_t at) {
        return at + 2 < text.size() && is_constant_character(text[at + 1]) && fits(text[at + 2]);
    });
}

bool is_marked(std::string_view text) {
    if (text.size() < 3) return false;
    const std::string_view inner = text.substr(1, text.size() - 2);
    if (text.front() == '<' && text.back() == '>') return inner.find_first_of("<>/=") == std::string_view::npos;
    if (text.front() == '{' && text.back() == '}') return std::all_of(inner.begin(), inner.end(), is_path_character);
    return text.size() > 4 && text.substr(0, 2) == "__" && text.substr(text.size() - 2) == "__";
}

}  // namespace

bool has_placeholder(std::string_view text) { return has_placeholder(text, Signs(text)); }

bool has_placeholder_behind(std::string_view text, Signs seen) {
    using enum Signs::Sign;
    return (seen.has(angle) && has_other_angle(text) && (has_pair(text, "<<", ">>") || has_pair(text, "<%", "%>"))) ||
           (seen.has(dollar) && has_other_dollar(text) &&
            (has_pair(text, "${", "}") || has_pair(text, "$(", ")") || has_shell_name(text))) ||
           (seen.has(bracket) && has_pair(text, "[[", "]]")) || (seen.has(at_sign) && has_pair(text, "@@", "@@")) ||
           (seen.has(brace) && (has_pair(text, "{{", "}}") || has_pair(text, "{%", "%}"))) ||
           (seen.has(percent) && (has_pair(text, "%{", "}") || has_name_between(text, '%', is_path_character))) ||
           (seen.has(hash) && (has_name_between(text, '#', is_constant_character) || has_pair(text, "#{", "}"))) ||
           is_marked(text);
}

bool is_opaque(Node value) { return value.is_string() && has_placeholder(value.text()); }

bool is_name_to_fill_in(std::string_view word) {
    return word.find('_') != std::string_view::npos &&
           std::all_of(word.begin(), word.end(), [](char c) { return is_constant_character(c) || is_digit(c); });
}

}  // namespace flowc
