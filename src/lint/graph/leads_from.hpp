#pragma once

#include <vector>

#include "lint/lint.hpp"

namespace flowc::lint {

/// The actions that a way leads to on which one of the branches is taken that `begins(action, branch)` holds for, of what the start
/// reaches.
template <typename Begins>
std::vector<bool> leads_from(const Lint& lint, Begins begins) {
    std::vector<bool> led(lint.flow.actions.size(), false);
    std::vector<ActionId> open;
    open.reserve(lint.flow.actions.size());
    const auto reach = [&](ActionId id) {
        if (id == no_action || led[id]) return;
        led[id] = true;
        open.push_back(id);
    };
    for (const Action& action : lint.flow.actions)
        if (lint.reachable(action))
            for (const Transition& branch : lint.flow.transitions_of(action))
                if (begins(action, branch)) reach(branch.target);
    while (!open.empty()) {
        const Action& action = lint.flow.actions[open.back()];
        open.pop_back();
        for (const Transition& branch : lint.flow.transitions_of(action)) reach(branch.target);
    }
    return led;
}

}  // namespace flowc::lint
