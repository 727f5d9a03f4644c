#pragma once

#include <cstdint>
#include <vector>

#include "flowc/flow.hpp"

namespace flowc {

/// Which effects (`Effect`, as the catalogue says them of action types) the actions before an action have had: on
/// every path from the flow's start, and on some. An action has its effects when it succeeds: on the ways to its next
/// action and its conditions, not on its error branches, if not said otherwise. Of actions that no path reaches it knows nothing, and says so.
class EffectsSoFar {
  public:
    /// What an action that fails has done: nothing, or all the same.
    enum class Failure : std::uint8_t { undone, done };
    explicit EffectsSoFar(const Flow& flow, Failure failure = Failure::undone);

    /// On every path that reaches the action; for an unreachable one all of them.
    bool always(ActionId action, Effect effect) const { return has(so_far_[action].always, effect); }
    /// On some path that reaches the action.
    bool sometimes(ActionId action, Effect effect) const { return has(so_far_[action].sometimes, effect); }

  private:
    static bool has(std::uint64_t bits, Effect effect) { return (bits >> static_cast<unsigned>(effect)) & 1u; }

    struct SoFar {
        std::uint64_t always = ~std::uint64_t{0};
        std::uint64_t sometimes = 0;
    };
    std::vector<SoFar> so_far_;  ///< by action
};

}  // namespace flowc
