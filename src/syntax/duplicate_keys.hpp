#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc {

/// Remembers keys so roughly that it may take two for one, and never one for two: it tells which few mappings are worth
/// a closer look.
class KeySketch {
  public:
    void clear() { seen_ = {}; }
    /// Whether such a key may have been added since it was cleared.
    bool add(std::string_view key) {
        const std::uint64_t hash = ends_of(key) * 0x9E3779B97F4A7C15u;
        // Two places: a mapping of thirty keys would fill so many single ones that two of its keys met nearly always.
        const bool first = set(hash >> (64 - place_bits));
        return set(hash >> (64 - 2 * place_bits)) && first;
    }

  private:
    static constexpr unsigned place_bits = 9;

    /// Four bytes at each end tell UUIDs apart, nearly always.
    static std::uint64_t ends_of(std::string_view key) {
        const auto byte = [&](std::size_t at) -> std::uint64_t { return static_cast<unsigned char>(key[at]); };
        const std::size_t size = key.size();
        if (size < 4) return size == 0 ? 0 : size << 24 | byte(0) << 16 | byte(size / 2) << 8 | byte(size - 1);
        std::uint32_t front = 0;
        std::uint32_t back = 0;
        std::memcpy(&front, key.data(), sizeof front);
        std::memcpy(&back, key.data() + size - sizeof back, sizeof back);
        return (std::uint64_t{front} << 32 | back) + size;
    }

    /// Whether it was set before.
    bool set(std::uint64_t place) {
        std::uint64_t& word = seen_[place / 64 % seen_.size()];
        const std::uint64_t bit = std::uint64_t{1} << (place % 64);
        const bool before = (word & bit) != 0;
        word |= bit;
        return before;
    }

    std::array<std::uint64_t, (1u << place_bits) / 64> seen_;
};

/// Reports every key that stood in its mapping before, with the place of the first. Keys are equal
/// when their decoded texts are; keys that are no scalars are not compared.
void report_duplicate_keys(const SyntaxTree& tree, Diagnostics& diagnostics);
/// The same for some mappings of a tree, in document order.
void report_duplicate_keys(const SyntaxTree& tree, std::span<const NodeId> mappings, Diagnostics& diagnostics);

}  // namespace flowc
