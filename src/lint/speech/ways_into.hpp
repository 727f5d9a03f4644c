#pragma once

#include <vector>

#include "lint/lint.hpp"

namespace flowc::lint {

/// For each action, those that lead to it by some branch and that some way from the start reaches; one as often as it
/// has branches there.
inline std::vector<std::vector<ActionId>> ways_into(const Lint& lint) {
    std::vector<std::vector<ActionId>> before(lint.flow.actions.size());
    for (ActionId id = 0; id < lint.flow.actions.size(); ++id) {
        if (!lint.graph.reachable(id)) continue;
        for (const Transition& edge : lint.flow.transitions_of(lint.flow.actions[id]))
            if (edge.target != no_action) before[edge.target].push_back(id);
    }
    return before;
}

}  // namespace flowc::lint
