#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace flowc {

/// A part of a text, as offsets into it.
struct Passage {
    std::size_t begin;
    std::size_t end;
};

/// Whether a key or a token of a known form stands in a text.
bool has_credential(std::string_view text);

/// What of a text no report may show: its credentials, and phone numbers as `+12125550100`; from front to back.
std::vector<Passage> confidential_passages(std::string_view text);

/// A message with no more of each of them in it than the first two characters.
std::string without_confidential(std::string message);

}  // namespace flowc
