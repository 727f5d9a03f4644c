#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace flowc::dsl {

/// A set of small numbers, of a size that is fixed at the beginning. Most are below 64, and need no memory of their own.
class Bits {
  public:
    Bits() = default;
    explicit Bits(std::size_t size) : rest_(size / 64) {}

    bool test(std::size_t i) const { return (word(i) >> (i % 64)) & 1u; }
    void set(std::size_t i) { word(i) |= std::uint64_t{1} << (i % 64); }
    void reset(std::size_t i) { word(i) &= ~(std::uint64_t{1} << (i % 64)); }

    /// Returns whether anything was new.
    bool unite(const Bits& from) {
        bool changed = unite(first_, from.first_);
        for (std::size_t i = 0; i < rest_.size(); ++i) changed |= unite(rest_[i], from.rest_[i]);
        return changed;
    }

  private:
    std::uint64_t& word(std::size_t i) { return i < 64 ? first_ : rest_[i / 64 - 1]; }
    const std::uint64_t& word(std::size_t i) const { return i < 64 ? first_ : rest_[i / 64 - 1]; }

    static bool unite(std::uint64_t& word, std::uint64_t from) {
        const bool changed = (from & ~word) != 0;
        word |= from;
        return changed;
    }

    std::uint64_t first_ = 0;
    std::vector<std::uint64_t> rest_;
};

}  // namespace flowc::dsl
