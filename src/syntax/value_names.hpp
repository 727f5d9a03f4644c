#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace flowc {

using ValueNames = std::set<std::string, std::less<>>;

/// Adds the names of values that the compiler fills in: those that stand between `${` and `}` in a text.
void add_value_names(std::string_view text, ValueNames& names);

}  // namespace flowc
