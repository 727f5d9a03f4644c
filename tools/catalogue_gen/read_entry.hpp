#pragma once

#include <string>
#include <vector>

#include "entry.hpp"

namespace catalogue_gen {

/// Reads `actions/*.json`, `references.json` and `wrong-names.json` of a schemas folder; whatever it cannot read is a problem.
Catalogue read_catalogue(const std::string& folder, Problems& problems);

}  // namespace catalogue_gen
