#pragma once

#include <optional>
#include <string_view>

#include "rules/rule.hpp"

namespace flowc::rules {

/// The text of a scalar that can be judged as it stands: not empty, no placeholder, no reference.
std::optional<std::string_view> literal(Node value);
/// The same for a parameter whose name is known and that need not be a reference.
std::optional<std::string_view> literal(const ParameterUse& use);

/// Whether the value is a string with a placeholder in it.
bool is_opaque(Node value);

/// The whole of a decimal number.
std::optional<double> number(std::string_view text);

}  // namespace flowc::rules
