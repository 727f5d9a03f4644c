#pragma once

#include <string>

#include "entry.hpp"

namespace catalogue_gen {

/// `Name=value`, `Name present`, `Name absent`, `Name contains X`, `Name lacks X`, joined by ` and `.
Condition parse_condition(const std::string& text, const Place& place);

/// A branch path starts with `condition:` or `error:`.
bool is_branch(std::string_view path);

}  // namespace catalogue_gen
