#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc {

/// Remembers keys so roughly that it may take two for one, and never one for two: it tells which few mappings are worth
/// a closer look.
class KeySketch {
  public:
    /// Whether such a key may have been added before.
    bool add(std::string_view key) {
        // Two bytes at each end tell UUIDs apart, nearly always.
        const auto byte = [&](std::size_t at) -> std::size_t { return static_cast<unsigned char>(key[at]); };
        const std::size_t size = key.size();
        std::size_t sum = size * 7;
        if (size >= 2) sum += byte(0) * 5 + byte(1) * 61 + byte(size - 2) * 127 + byte(size - 1) * 3;
        else if (size == 1) sum += byte(0);
        std::uint64_t& word = seen_[sum / 64 % seen_.size()];
        const std::uint64_t bit = std::uint64_t{1} << (sum % 64);
        const bool before = (word & bit) != 0;
        word |= bit;
        return before;
    }

  private:
    std::array<std::uint64_t, 8> seen_{};
};

/// Reports every key that stood in its mapping before, with the place of the first. Keys are equal
/// when their decoded texts are; keys that are no scalars are not compared.
void report_duplicate_keys(const SyntaxTree& tree, Diagnostics& diagnostics);
/// The same for some mappings of a tree, in document order.
void report_duplicate_keys(const SyntaxTree& tree, std::span<const NodeId> mappings, Diagnostics& diagnostics);

}  // namespace flowc
