#pragma once

#include <cstdint>
#include <vector>

#include "ir/analysis.hpp"

namespace flowc {

/// Which effects (`Effect`, as the catalogue says them of action types) the actions before an action have had: on
/// every path from the flow's start, and on some. An action has the effects that its parameters ask for when it succeeds: on the ways to its next
/// action and its conditions, not on its error branches, if not said otherwise. An action of a type that is not known may have
/// any of them. Of actions that no path reaches it knows nothing, and says so. The paths are followed when somebody asks: of most
/// flows nobody does.
class EffectsSoFar {
  public:
    /// What an action that fails has done: nothing, or all the same.
    enum class Failure : std::uint8_t { undone, done };
    EffectsSoFar(const Flow& flow, const Analysis& graph, Failure failure = Failure::undone)
        : flow_(flow), graph_(graph), failure_(failure) {}

    /// On every path that reaches the action; for an unreachable one all of them.
    bool always(ActionId action, Effect effect) { return has(at(action).always, effect); }
    /// On some path that reaches the action.
    bool sometimes(ActionId action, Effect effect) { return has(at(action).sometimes, effect); }

  private:
    static bool has(std::uint64_t bits, Effect effect) { return (bits >> static_cast<unsigned>(effect)) & 1u; }

    struct SoFar {
        std::uint64_t always = ~std::uint64_t{0};
        std::uint64_t sometimes = 0;
    };
    const SoFar& at(ActionId action) {
        if (so_far_.empty()) follow();
        return so_far_[action];
    }
    void follow();

    const Flow& flow_;
    const Analysis& graph_;
    Failure failure_;
    std::vector<SoFar> so_far_;  ///< by action; empty: nobody has asked yet
};

}  // namespace flowc
