#pragma once

#include <algorithm>
#include <string_view>

namespace flowc {

/// A capital of ASCII as its small letter, any other byte as it is.
constexpr char lower_case(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Whether two texts are the same without regard to case (ASCII).
constexpr bool same_word(std::string_view left, std::string_view right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char a, char b) { return lower_case(a) == lower_case(b); });
}

}  // namespace flowc
