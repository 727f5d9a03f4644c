#pragma once

#include <string>

namespace catalogue_gen {

/// Writes a file unless it holds this text already, so that a build sees no change; false where it cannot.
bool write_file(const std::string& path, const std::string& text);

}  // namespace catalogue_gen
