#pragma once

#include <string>
#include <string_view>

namespace flowc::json {

/// Bytes that are no JSON where they stand, and what they probably are.
struct Stray {
    std::size_t begin;
    std::size_t end;
    std::string message;
};

enum class Wanted { key, value, comma };

/// Tells what begins at `text[at]`, where a key, a value or a comma was expected: a comment, single
/// quotes, a template's placeholder, a word of another language.
Stray stray(std::string_view text, std::size_t at, Wanted wanted);

/// The placeholder that begins at `text[at]`, such as `${x}` or `{x}`, as a fault.
Stray template_value(std::string_view text, std::size_t at);

bool is_comment(std::string_view text, std::size_t at);
/// Whether `c` may stand in a word or number without quotes.
bool is_word(char c);
/// The word or number that `text` begins with.
std::string_view bare_word(std::string_view text);

}  // namespace flowc::json
