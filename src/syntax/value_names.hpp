#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace flowc {

using ValueNames = std::set<std::string, std::less<>>;

/// Where the next `${` stands, at `begin` or behind it, that begins such a name; npos: none does. `$${` stands for itself.
std::size_t next_value_name(std::string_view text, std::size_t begin);

/// Adds the names of values that the compiler fills in: those that stand between `${` and `}` in a text.
void add_value_names(std::string_view text, ValueNames& names);

}  // namespace flowc
