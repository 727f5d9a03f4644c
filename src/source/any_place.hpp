#pragma once

#include <string_view>

namespace flowc {

/// Whether any of the places fits at which a byte stands in a text, from front to back.
template <class Fits>
bool any_place(std::string_view text, char byte, const Fits& fits) {
    for (std::size_t at = text.find(byte); at != std::string_view::npos; at = text.find(byte, at + 1))
        if (fits(at)) return true;
    return false;
}

}  // namespace flowc
