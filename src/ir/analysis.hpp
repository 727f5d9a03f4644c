#pragma once

#include <vector>

#include "flowc/flow.hpp"
#include "ir/components.hpp"
#include "ir/identifiers.hpp"

namespace flowc {

/// What the rules of the whole ask of a flow's graph, computed once and in linear time.
class Analysis {
  public:
    explicit Analysis(const Flow& flow);

    /// Whether an action can be reached from the flow's start.
    bool reachable(ActionId action) const { return reachable_[action]; }
    /// The strongly connected component of an action. Components are numbered from the leaves up: an edge between
    /// two of them leads to the smaller number.
    std::uint32_t component(ActionId action) const { return components_.of[action]; }
    std::uint32_t component_count() const { return components_.count; }
    /// All actions, those of the smallest component first: whatever an action leads to, but in a circle, stands before it.
    const std::vector<ActionId>& leaves_first() const { return components_.order; }
    /// All actions, each behind all that lead to it, but in a circle.
    const std::vector<ActionId>& forward() const { return components_.forward; }
    const Identifiers& identifiers() const { return identifiers_; }

  private:
    void reach(const Flow& flow);

    Identifiers identifiers_;
    std::vector<bool> reachable_;
    Components components_;
};

}  // namespace flowc
