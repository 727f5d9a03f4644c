#pragma once

#include <string_view>
#include <vector>

#include "entry.hpp"

namespace catalogue_gen {

/// The parameter that a dotted path names, starting among `scope`; null: none.
const Parameter* find_path(const std::vector<Parameter>& scope, std::string_view path);

/// The same through lists, of whose items all are meant.
const Parameter* find_through_lists(const std::vector<Parameter>& scope, std::string_view path);

/// Complains where a path names no parameter of the scope and no branch of the entry.
/// Branches belong to the action: `entry` is null inside a nested object.
const Parameter* check_path(std::string_view path, const std::vector<Parameter>& scope, const Entry* entry,
                            const Place& place);

/// Complains where a term's path or value is unknown.
void check_condition(const Condition& condition, const std::vector<Parameter>& scope, const Entry* entry,
                     const Place& place);

}  // namespace catalogue_gen
