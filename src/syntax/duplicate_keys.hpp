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
        // Two bits: a mapping of thirty keys would fill so many single ones that two of its keys met nearly always. They lie
        // in one word, since each key would wait for what was written for the one before.
        const auto top = [&](unsigned bits) { return hash >> (64 - bits); };
        const std::uint64_t one = std::uint64_t{1} << (top(word_bits + 6) % 64);
        const std::uint64_t other = std::uint64_t{1} << (top(word_bits + 12) % 64);
        std::uint64_t& word = seen_[top(word_bits)];
        const bool before = (word & (one | other)) == (one | other);
        word |= one | other;
        return before;
    }

  private:
    static constexpr unsigned word_bits = 3;

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

    std::array<std::uint64_t, 1u << word_bits> seen_;
};

/// Reports every key that stood in its mapping before, with the place of the first. Keys are equal
/// when their decoded texts are; keys that are no scalars are not compared.
void report_duplicate_keys(const SyntaxTree& tree, Diagnostics& diagnostics);
/// The same for some mappings of a tree, in document order.
void report_duplicate_keys(const SyntaxTree& tree, std::span<const NodeId> mappings, Diagnostics& diagnostics);

}  // namespace flowc
