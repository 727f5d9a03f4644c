#pragma once

#include <string>
#include <string_view>

namespace flowc {

/// The SHA-256 of a text, in hexadecimal digits.
std::string digest(std::string_view text);

}  // namespace flowc
