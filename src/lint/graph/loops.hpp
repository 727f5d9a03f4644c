#pragma once

#include "lint/lint.hpp"

/// What the rules about loops share.
namespace flowc::lint {

/// Whether the action has one of the effects.
inline bool has_any(const ActionInfo* row, std::initializer_list<Effect> effects) {
    std::uint64_t bits = 0;
    for (const Effect effect : effects) bits |= std::uint64_t{1} << static_cast<unsigned>(effect);
    return row && (row->effects & bits) != 0;
}

/// Whether any way in the flow leads back to where it came from.
inline bool has_circles(const Lint& lint) {
    if (lint.graph.component_count() < lint.flow.actions.size()) return true;
    for (ActionId id = 0; id < lint.flow.actions.size(); ++id)
        for (const Transition& edge : lint.flow.transitions_of(lint.flow.actions[id]))
            if (edge.target == id) return true;
    return false;
}

/// Flows that play to a waiting caller run in circles by design.
inline bool circles_by_design(FlowType type) {
    return type == FlowType::customer_queue || type == FlowType::customer_hold || type == FlowType::agent_hold;
}

/// The first action of every component that holds an action for which `wanted` is true.
template <typename Wanted>
std::vector<ActionId> first_of_each_component(const Lint& lint, const std::vector<std::uint32_t>& component_of,
                                              Wanted wanted) {
    std::vector<bool> seen(lint.flow.actions.size(), false);
    std::vector<ActionId> first;
    for (ActionId id = 0; id < lint.flow.actions.size(); ++id) {
        if (!wanted(id) || seen[component_of[id]]) continue;
        seen[component_of[id]] = true;
        first.push_back(id);
    }
    return first;
}

}  // namespace flowc::lint
