#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace flowc::json {

/// The first thing that makes a text no JSON: its bytes, the likely cause and what to do.
struct Fault {
    struct Place {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::string text;
    };

    std::size_t begin = 0;
    std::size_t end = 0;
    bool too_deep = false;  ///< nested deeper than is read: whether the rest is JSON was not looked at
    bool too_much = false;  ///< without these bytes it would be JSON, as far as was read
    std::string message;
    std::vector<Place> labels;

    explicit operator bool() const { return !message.empty(); }
};

/// Looks through a text that the fast reader refused, slowly and strictly. Without a fault the
/// text is well-formed and nests no deeper than `max_depth`.
Fault find_fault(std::string_view text, std::size_t max_depth);

}  // namespace flowc::json
