#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "diagnostics/suggest.hpp"

/// The parts of messages.
namespace flowc::rules {

/// One text of several.
std::string text(std::initializer_list<std::string_view> parts);
/// `` `a`, `b` or `c` ``; a long list is cut: `and 7 more`.
std::string listed(std::span<const std::string_view> names, std::string_view conjunction);
/// `1 character`, `3 characters`.
std::string counted(std::size_t count, std::string_view noun);
/// How many code points a text has.
std::size_t characters(std::string_view text);
/// A number as people write it: `8`, `0.5`.
std::string decimal(double value);

}  // namespace flowc::rules
