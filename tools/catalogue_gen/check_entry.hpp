#pragma once

#include "entry.hpp"

namespace catalogue_gen {

/// What one entry says about itself holds together: paths name parameters and branches, words fit their
/// kinds, and no fact stands twice in ways that would make two findings of one fault.
void check_entry(const Entry& entry);

/// What the entries say about each other: names of types, wrong names claimed once.
void check_catalogue(const Catalogue& catalogue);

/// All wrong names with what they should be, sorted; those of `wrong-names.json` win.
std::vector<WrongName> merged_wrong_names(const Catalogue& catalogue);

}  // namespace catalogue_gen
