#pragma once

#include <functional>
#include <vector>

#include "flowc/flow.hpp"

namespace flowc {

/// The strongly connected components of a flow's graph, or of what is left of it.
struct Components {
    /// The component of each action. They are numbered from the leaves up: an edge between two leads to the smaller
    /// number.
    std::vector<std::uint32_t> of;
    /// All actions, those of the smallest component first.
    std::vector<ActionId> order;
    /// All actions, each behind all that lead to it, but in a circle.
    std::vector<ActionId> forward;
    std::uint32_t count = 0;
};

/// Whether an edge of an action belongs to the graph.
using KeepEdge = std::function<bool(ActionId from, const Transition& edge)>;

/// Linear. Without `keep` all edges count that lead to an action.
Components components(const Flow& flow, const KeepEdge& keep = {});

/// Whether each action lies on a cycle of the edges that `keep` leaves, itself alone included; `parts` are their
/// components. Linear.
std::vector<bool> on_cycle(const Flow& flow, const KeepEdge& keep, const Components& parts);

}  // namespace flowc
