#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// Regular expressions of the kind that every schema validator understands: what JavaScript, with and without its
/// `u` flag, and Python read alike.
namespace flowc::schema::pattern {

/// A text with a part that some later step fills in: what `has_placeholder` sees.
std::string placeholder();
/// A word such as `MAIN_QUEUE_ARN`: what `is_name_to_fill_in` sees.
std::string name_to_fill_in();
/// A text that is one reference and nothing else.
std::string reference();
/// A text with a reference somewhere in it.
std::string with_reference();

std::string either(std::initializer_list<std::string> patterns);
/// One of these words and nothing else, without regard to case (ASCII).
std::string words_in_any_case(std::span<const std::string_view> words);
/// The word somewhere in a text, without regard to case.
std::string contains_in_any_case(std::string_view word);
/// The word as it stands, with what is special escaped.
std::string escaped(std::string_view word);

/// Whole numbers in these bounds without their anchors, such as `[1-9]|1[0-9]|20`.
std::string digits(std::int64_t min, std::optional<std::int64_t> max);
/// A text that is a whole number in these bounds; none of both: any.
std::string whole_number(std::optional<std::int64_t> min, std::optional<std::int64_t> max);

}  // namespace flowc::schema::pattern
