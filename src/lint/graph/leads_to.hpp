#pragma once

#include <vector>

#include "lint/lint.hpp"

namespace flowc::lint {

/// Whether each action, or one that can come after it, is one of `wanted`; one bit an action.
inline std::vector<bool> leads_to(const Lint& lint, const std::vector<bool>& wanted) {
    // Components are numbered from the leaves up: what a component leads to is known before it.
    std::vector<bool> part(lint.graph.component_count(), false);
    for (const ActionId id : lint.graph.leaves_first()) {
        const std::uint32_t one = lint.graph.component(id);
        if (wanted[id]) part[one] = true;
        for (const Transition& edge : lint.flow.transitions_of(lint.flow.actions[id]))
            if (edge.target != no_action && part[lint.graph.component(edge.target)]) part[one] = true;
    }
    std::vector<bool> leads(wanted.size(), false);
    for (ActionId id = 0; id < leads.size(); ++id) leads[id] = part[lint.graph.component(id)];
    return leads;
}

}  // namespace flowc::lint
