#pragma once

#include <vector>

#include "flowc/flow.hpp"

namespace flowc {

/// What the rules of the whole ask of a flow's graph, computed once and in linear time.
class Analysis {
  public:
    explicit Analysis(const Flow& flow);

    /// Whether an action can be reached from the flow's start.
    bool reachable(ActionId action) const { return reachable_[action]; }
    /// The strongly connected component of an action. Components are numbered from the leaves up: an edge between
    /// two of them leads to the smaller number.
    std::uint32_t component(ActionId action) const { return component_[action]; }
    std::uint32_t component_count() const { return component_count_; }

  private:
    void reach(const Flow& flow);
    void connect(const Flow& flow);

    std::vector<bool> reachable_;
    std::vector<std::uint32_t> component_;
    std::uint32_t component_count_ = 0;
};

}  // namespace flowc
