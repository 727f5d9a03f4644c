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
    void clear() {
        first_ = 0;
        std::fill(rest_.begin(), rest_.end(), 0);
    }

    /// Both return whether anything changed.
    bool unite(const Bits& from) {
        return merge(from, [](std::uint64_t a, std::uint64_t b) { return a | b; });
    }
    bool intersect(const Bits& from) {
        return merge(from, [](std::uint64_t a, std::uint64_t b) { return a & b; });
    }

  private:
    std::uint64_t& word(std::size_t i) { return i < 64 ? first_ : rest_[i / 64 - 1]; }
    const std::uint64_t& word(std::size_t i) const { return i < 64 ? first_ : rest_[i / 64 - 1]; }

    template <class Merge>
    bool merge(const Bits& from, Merge of) {
        bool changed = take(first_, of(first_, from.first_));
        for (std::size_t i = 0; i < rest_.size(); ++i) changed |= take(rest_[i], of(rest_[i], from.rest_[i]));
        return changed;
    }

    static bool take(std::uint64_t& word, std::uint64_t merged) {
        const bool changed = merged != word;
        word = merged;
        return changed;
    }

    std::uint64_t first_ = 0;
    std::vector<std::uint64_t> rest_;
};

}  // namespace flowc::dsl
