#pragma once

#include "flowc/flow.hpp"

namespace flowc::lint {

/// Where a part of a scalar's text stands in the source, if the scalar is written as it reads; else all of the scalar.
inline Span place(Node scalar, std::size_t at, std::size_t length) {
    const Span whole = scalar.span();
    const std::uint32_t quote = scalar.style() == Style::plain ? 0 : 1;
    if (scalar.style() == Style::literal || scalar.style() == Style::folded ||
        whole.size() != scalar.text().size() + 2 * quote)
        return whole;
    const std::uint32_t begin = whole.begin + quote + static_cast<std::uint32_t>(at);
    return {begin, begin + static_cast<std::uint32_t>(length)};
}

}  // namespace flowc::lint
