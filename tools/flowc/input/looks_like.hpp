#pragma once

#include <string_view>

namespace flowc::cli {

/// What a text that is no flow looks like, for a message: "a JSON list", "binary data". `name` is its file's.
std::string_view looks_like(std::string_view name, std::string_view text);

}  // namespace flowc::cli
