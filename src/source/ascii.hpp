#pragma once

#include <algorithm>
#include <string_view>

/// What characters of ASCII are, whatever the language of the machine says. All other bytes are none of it.
namespace flowc {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || is_capital(c); }
constexpr bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }
/// What names and identifiers are made of.
constexpr bool is_name_character(char c) { return is_letter_or_digit(c) || c == '_' || c == '-'; }
constexpr bool is_break(char c) { return c == '\n' || c == '\r'; }
constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
/// White space of JSON and of XML.
constexpr bool is_space(char c) { return is_blank(c) || is_break(c); }

/// A capital as its small letter, any other byte as it is.
constexpr char lower_case(char c) { return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// Whether two texts are the same without regard to case.
constexpr bool same_word(std::string_view left, std::string_view right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char a, char b) { return lower_case(a) == lower_case(b); });
}

}  // namespace flowc
