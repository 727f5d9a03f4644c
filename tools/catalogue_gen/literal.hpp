#pragma once

#include <string>
#include <string_view>

namespace catalogue_gen {

/// A C++ string literal that means exactly these bytes.
std::string literal(std::string_view text);

}  // namespace catalogue_gen
