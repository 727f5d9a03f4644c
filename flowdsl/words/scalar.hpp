#pragma once

#include <optional>
#include <string>
#include <string_view>

/// What scalars mean once a field says what it wants; nothing here reports.
namespace flowc::dsl {

/// `5s`, `2m`, `1h`, `3d` in seconds. A bare number is none: nobody knows its unit.
std::optional<long> parse_duration(std::string_view text);
/// The same the other way, in the largest unit that fits: `2m` for 120.
std::string duration_text(long seconds);
/// A whole number, with a sign at most.
std::optional<long> parse_number(std::string_view text);
/// Whether JSON would read the text as a number.
bool is_json_number(std::string_view text);
/// `10%`: the number before the sign.
std::optional<long> parse_percent(std::string_view text);
/// on/off, yes/no, true/false, without regard to case.
std::optional<bool> parse_switch(std::string_view text);

}  // namespace flowc::dsl
