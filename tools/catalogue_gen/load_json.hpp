#pragma once

#include <optional>
#include <string>

#include "fields.hpp"

namespace catalogue_gen {

/// The JSON of a file; nothing where it cannot be read, is malformed or repeats a key.
std::optional<Json> load_json(const std::string& path, const Place& place);

}  // namespace catalogue_gen
