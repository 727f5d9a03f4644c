#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "flowc/syntax.hpp"

namespace flowc {

template <std::size_t count>
using Keys = std::array<std::string_view, count>;

/// The values of a mapping under some keys, found in one walk; of a key that stands twice the first. The keys are known to
/// the compiler, which compares with them in place.
template <const auto& keys>
class Parts {
  public:
    explicit Parts(Node mapping) {
        for (const auto [key, value] : mapping.entries()) {
            const std::size_t at = place_of(key.text(), std::make_index_sequence<count>());
            if (at == count || values_[at]) others_ = true;
            else values_[at] = value;
        }
    }

    Node operator[](std::size_t at) const { return values_[at]; }
    /// Whether there is any other key, or one twice.
    bool others() const { return others_; }

  private:
    static constexpr std::size_t count = keys.size();

    template <std::size_t... places>
    static std::size_t place_of(std::string_view key, std::index_sequence<places...>) {
        std::size_t at = count;
        static_cast<void>(((key == keys[places] ? (at = places, true) : false) || ...));
        return at;
    }

    std::array<Node, count> values_;
    bool others_ = false;
};

}  // namespace flowc
