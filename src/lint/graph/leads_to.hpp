#pragma once

#include "ir/action_set.hpp"
#include "lint/lint.hpp"

namespace flowc::lint {

/// The actions that are wanted, or that one of those can come after; as components of the flow's graph.
inline ActionSet components_leading_to(const Lint& lint, const ActionSet& wanted) {
    // Components are numbered from the leaves up: what a component leads to is known before it.
    ActionSet leading(lint.graph.component_count());
    for (const ActionId id : lint.graph.leaves_first()) {
        const std::uint32_t one = lint.graph.component(id);
        bool leads = wanted.has(id);
        for (const Transition& edge : lint.flow.transitions_of(lint.flow.actions[id]))
            if (edge.target != no_action) leads |= leading.has(lint.graph.component(edge.target));
        leading.add_if(leads, one);
    }
    return leading;
}

}  // namespace flowc::lint
