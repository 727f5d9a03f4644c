#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace catalogue_gen {

/// A minimal automaton over bytes. State 0 is dead, state 1 the start.
struct CompiledPattern {
    std::array<std::uint8_t, 256> classes{};  ///< a byte's column
    std::size_t width = 0;                    ///< columns
    std::vector<std::uint16_t> next;          ///< state * width + column
    std::vector<bool> accepting;
    std::string problem;  ///< why it could not be translated; empty: it was
};

/// Translates a regular expression of literals, classes, groups, alternatives, `?`, `*`, `+`, `{m,n}`, `.` and
/// escapes. It starts with `^`; without `$` at the end anything may follow. `.` and `[^…]` take one UTF-8
/// character.
CompiledPattern compile_pattern(std::string_view pattern);

}  // namespace catalogue_gen
