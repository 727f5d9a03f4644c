#pragma once

#include <string_view>

namespace flowc {

/// Whether libyaml takes every character of a text, and none of them is white space of a rarer kind.
bool has_common_characters(std::string_view text);

}  // namespace flowc
