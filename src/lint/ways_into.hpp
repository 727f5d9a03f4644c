#pragma once

#include <span>
#include <vector>

#include "ir/analysis.hpp"

namespace flowc::lint {

/// A branch that leads to an action, and the one that has it.
struct WayInto {
    ActionId from;
    const Transition* branch;
};

/// Which branches lead to each action, from those that some way from the start reaches. All rules share it; it is made when the
/// first of them asks.
class WaysInto {
  public:
    WaysInto(const Flow& flow, const Analysis& graph) : flow_(flow), graph_(graph) {}

    std::span<const WayInto> operator[](ActionId action) {
        if (first_.empty()) follow();
        return std::span(ways_).subspan(first_[action], first_[action + 1] - first_[action]);
    }

  private:
    void follow();

    const Flow& flow_;
    const Analysis& graph_;
    std::vector<WayInto> ways_;         ///< action by action that they lead to
    std::vector<std::uint32_t> first_;  ///< where those of each action begin, and of one more
};

}  // namespace flowc::lint
