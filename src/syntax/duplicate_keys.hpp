#pragma once

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
        const std::size_t ends =
            key.empty() ? 0
                        : static_cast<unsigned char>(key.front()) * 5u + static_cast<unsigned char>(key.back()) * 3u;
        const std::uint64_t bit = std::uint64_t{1} << ((key.size() * 7 + ends) % 64);
        const bool before = (seen_ & bit) != 0;
        seen_ |= bit;
        return before;
    }

  private:
    std::uint64_t seen_ = 0;
};

/// Reports every key that stood in its mapping before, with the place of the first. Keys are equal
/// when their decoded texts are; keys that are no scalars are not compared.
void report_duplicate_keys(const SyntaxTree& tree, Diagnostics& diagnostics);
/// The same for some mappings of a tree, in document order.
void report_duplicate_keys(const SyntaxTree& tree, std::span<const NodeId> mappings, Diagnostics& diagnostics);

}  // namespace flowc
