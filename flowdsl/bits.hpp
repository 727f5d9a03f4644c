#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace flowc::dsl {

/// A set of small numbers, of a size that is fixed at the beginning.
class Bits {
  public:
    Bits() = default;
    explicit Bits(std::size_t size) : words_(size / 64 + 1) {}

    bool test(std::size_t i) const { return (words_[i / 64] >> (i % 64)) & 1u; }
    void set(std::size_t i) { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
    void reset(std::size_t i) { words_[i / 64] &= ~(std::uint64_t{1} << (i % 64)); }
    void clear() { std::fill(words_.begin(), words_.end(), 0); }

    /// Both return whether anything changed.
    bool unite(const Bits& from) {
        return merge(from, [](std::uint64_t a, std::uint64_t b) { return a | b; });
    }
    bool intersect(const Bits& from) {
        return merge(from, [](std::uint64_t a, std::uint64_t b) { return a & b; });
    }

  private:
    template <class Merge>
    bool merge(const Bits& from, Merge of) {
        bool changed = false;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const std::uint64_t merged = of(words_[i], from.words_[i]);
            changed = changed || merged != words_[i];
            words_[i] = merged;
        }
        return changed;
    }

    std::vector<std::uint64_t> words_;
};

}  // namespace flowc::dsl
