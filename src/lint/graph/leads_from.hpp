#pragma once

#include "ir/action_walk.hpp"
#include "lint/lint.hpp"

namespace flowc::lint {

/// The actions that a way leads to on which one of the branches is taken that `begins(action, branch)` holds for, of what the start
/// reaches. Only those of `from` have such branches.
template <typename Begins>
ActionSet leads_from(const Lint& lint, const ActionSet& from, const Begins& begins) {
    ActionWalk walk(lint.flow);
    for (const ActionId id : from)
        if (lint.reached.has(id))
            for (const Transition& branch : lint.flow.transitions_of(lint.flow.actions[id]))
                if (begins(id, branch)) walk.reach(branch.target);
    while (!walk.done())
        for (const Transition& branch : lint.flow.transitions_of(lint.flow.actions[walk.next()]))
            walk.reach(branch.target);
    return std::move(walk).met();
}

}  // namespace flowc::lint
