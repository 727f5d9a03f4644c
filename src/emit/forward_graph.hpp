#pragma once

#include <span>
#include <vector>

#include "flowc/flow.hpp"

namespace flowc::emit_detail {

/// The transitions of a flow without those that lead back: an acyclic graph over all its actions.
struct ForwardGraph {
    std::vector<ActionId> order;       ///< every action behind all that lead to it
    std::vector<std::uint32_t> first;  ///< one an action and one behind the last
    std::vector<ActionId> targets;

    std::span<const ActionId> after(ActionId action) const {
        return {targets.data() + first[action], first[action + 1] - first[action]};
    }
};

/// Searches depth first from the start, then from whatever is left, in order.
ForwardGraph forward_graph(const Flow& flow);

}  // namespace flowc::emit_detail
