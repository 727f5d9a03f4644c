#pragma once

#include "ir/action_walk.hpp"
#include "ir/analysis.hpp"

namespace flowc {

/// Goes all ways from a flow's start until nothing more becomes known: `tell(from, branch)` tells an action what is known behind
/// a branch that leads to it, and returns whether that was new. Each action is gone on from once, behind all that lead to it; and
/// again where a circle brings something new.
template <typename Tell>
void follow_ways(const Flow& flow, const Analysis& graph, const Tell& tell) {
    ActionSet followed(flow.actions.size());
    ActionRounds again(flow);
    const auto go_on = [&](ActionId id) {
        followed.add(id);
        for (const Transition& branch : flow.transitions_of(flow.actions[id])) {
            if (branch.target == no_action) continue;
            const bool is_new = tell(id, branch);
            if (followed.has(branch.target) && is_new) again.reach(branch.target);
        }
    };
    for (const ActionId id : graph.forward())
        if (graph.reachable(id)) go_on(id);
    while (!again.done()) go_on(again.next());
}

}  // namespace flowc
