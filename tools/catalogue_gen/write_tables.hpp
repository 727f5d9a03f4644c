#pragma once

#include <string>

#include "entry.hpp"

namespace catalogue_gen {

/// `flowc/action_type.hpp`: one enumerator a type, sorted, then `unknown`.
std::string action_type_header(const Catalogue& catalogue);

/// `catalogue_tables.cpp`: the rows of `flowc::actions()`, `flowc::wrong_action_names()` and `flowc::reference_rows()`.
std::string catalogue_tables(const Catalogue& catalogue);

}  // namespace catalogue_gen
