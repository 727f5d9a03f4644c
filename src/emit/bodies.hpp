#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "emit/forward_graph.hpp"
#include "flowc/flow.hpp"

namespace flowc::emit_detail {

/// Bodies are what layout moves as a whole: each is one group of the flow, or several that enter each other in
/// the middle. Forward transitions between bodies form no cycle.
struct Bodies {
    std::vector<std::uint32_t> of;     ///< the body of an action; bodies are counted in order of appearance
    std::vector<std::uint32_t> order;  ///< every body behind all that lead to it
    std::vector<std::uint32_t> first;  ///< of `actions`, one a body and one behind the last
    std::vector<ActionId> actions;     ///< by body, those of one in order

    std::span<const ActionId> members(std::uint32_t body) const {
        return {actions.data() + first[body], first[body + 1] - first[body]};
    }
};

Bodies bodies(const Flow& flow, const ForwardGraph& graph);

}  // namespace flowc::emit_detail
