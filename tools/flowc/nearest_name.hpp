#pragma once

#include <span>
#include <string>
#include <string_view>

namespace flowc::cli {

/// The name that was probably meant; empty where none is near.
std::string_view nearest_name(std::string_view word, std::span<const std::string_view> names);

/// "; did you mean `name`?", or nothing where none is near.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> names);

/// "`a`, `b` or `c`".
std::string one_of(std::span<const std::string_view> names);

}  // namespace flowc::cli
