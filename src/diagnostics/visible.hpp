#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace flowc {

/// Appends the code point at the front of `text` so that a terminal only shows it: control
/// characters, direction marks and bytes that are no UTF-8 become an escape. Returns the bytes read;
/// `columns` is raised by the places it takes on the screen. `text` is not empty.
std::size_t append_visible(std::string& out, std::string_view text, std::size_t& columns);

/// All of `text`, made visible; line breaks and tabs too.
std::string visible(std::string_view text);

}  // namespace flowc
