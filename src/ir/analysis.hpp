#pragma once

#include <optional>
#include <vector>

#include "flowc/flow.hpp"
#include "ir/branches.hpp"
#include "ir/components.hpp"
#include "ir/identifiers.hpp"
#include "ir/texts.hpp"

namespace flowc {

/// A strongly connected component of a flow's graph, and what its actions do.
struct Region {
    ActionId entry = no_action;  ///< its first action; the start reaches all of them, or none
    std::uint32_t actions = 0;
    std::uint64_t effects = 0;     ///< of all of them, bits
    bool turns = false;            ///< a way in it leads back to where it came from
    bool leaves = false;           ///< a way leads into another region
    bool leaves_unfailed = false;  ///< one that is not that of a prompt that fails
    bool ends = false;  ///< a way ends in it, or may: an action needs none behind it, or nobody knows which that is

    bool has(Effect effect) const { return (effects >> static_cast<unsigned>(effect)) & 1u; }
};

/// What the rules of the whole ask of a flow's graph, computed once and in linear time.
class Analysis {
  public:
    explicit Analysis(const Flow& flow);

    /// Whether an action can be reached from the flow's start.
    bool reachable(ActionId action) const { return component(action) < components_.from_start; }
    /// The strongly connected component of an action. Components are numbered from the leaves up: an edge between
    /// two of them leads to the smaller number.
    std::uint32_t component(ActionId action) const { return components_.of[action]; }
    std::uint32_t component_count() const { return components_.count; }
    /// By component.
    const std::vector<Region>& regions() const { return regions_; }
    const Region& region(ActionId action) const { return regions_[component(action)]; }
    /// Whether any way in the flow leads back to where it came from.
    bool has_circles() const { return has_circles_; }
    /// All actions, those of the smallest component first: whatever an action leads to, but in a circle, stands before it.
    const std::vector<ActionId>& leaves_first() const { return components_.order; }
    /// All actions, each behind all that lead to it, but in a circle.
    const std::vector<ActionId>& forward() const { return components_.forward; }
    /// Of the same flow. Looked at when somebody first asks: while a flow is compiled its texts are filled in after its graph is known.
    const Texts& texts(const Flow& flow) const { return texts_ ? *texts_ : texts_.emplace(flow); }
    /// Of the same flow, by action. Looked at when the first of them is asked for.
    const std::vector<BranchCount>& branches(const Flow& flow) const;
    /// Of the same flow. Made when somebody first asks: only a flow with a fault is asked about.
    const Identifiers& identifiers(const Flow& flow) const {
        return identifiers_ ? *identifiers_ : identifiers_.emplace(flow.actions);
    }

  private:
    void survey(const Flow& flow);

    Components components_;
    std::vector<Region> regions_;
    bool has_circles_ = false;
    mutable std::optional<Texts> texts_;
    mutable std::vector<BranchCount> branches_;
    mutable std::optional<Identifiers> identifiers_;
};

}  // namespace flowc
