#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "flowc/flow.hpp"

namespace flowc {

/// Names of JavaScript's own, which the service does not take as identifiers.
inline constexpr std::array<std::string_view, 10> reserved_identifiers{
    "__proto__",      "constructor",   "__defineGetter__",     "__defineSetter__", "toString",
    "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString",   "valueOf"};

/// Whether a text is one of them.
constexpr bool is_reserved_identifier(std::string_view text) {
    return std::find(reserved_identifiers.begin(), reserved_identifiers.end(), text) != reserved_identifiers.end();
}

/// The actions of a flow by their identifiers; those without one are not in it. Of two with one identifier the first
/// counts. Every text has to outlive it.
class Identifiers {
  public:
    explicit Identifiers(std::span<const Action> actions);

    /// The action of that identifier; no_action: none.
    ActionId find(std::string_view identifier) const;

    /// An action whose identifier is taken, and the one that has it.
    struct Taken {
        ActionId action;
        ActionId by;
    };
    const std::vector<Taken>& taken() const { return taken_; }

  private:
    struct Slot {
        std::uint32_t hash = 0;
        ActionId action = no_action;  ///< no_action: free
    };

    /// The slot that holds the identifier, or the free one where it belongs.
    std::size_t slot_of(std::string_view identifier, std::uint32_t hash) const;

    std::span<const Action> actions_;
    std::vector<Slot> slots_;  ///< a power of two, at most half of them in use
    std::vector<Taken> taken_;
};

}  // namespace flowc
