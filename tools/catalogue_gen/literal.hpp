#pragma once

#include <string>
#include <string_view>

namespace catalogue_gen {

/// A C++ string literal that means exactly these bytes.
std::string literal(std::string_view text);
/// A C++ `double` that means exactly this number.
std::string literal(double number);

}  // namespace catalogue_gen
