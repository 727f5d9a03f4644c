#pragma once

#include <optional>
#include <vector>

#include "ir/action_walk.hpp"

namespace flowc::lint {

/// What every way to each action has set, or has tried to: the words behind are meant for it. `sets` says what an action
/// sets, and nothing where it leaves what was there. An empty value: none is certain, as where the flow begins.
template <typename Value, typename Sets>
std::vector<Value> set_on_ways(const Flow& flow, const Sets& sets) {
    std::vector<Value> values(flow.actions.size());
    if (flow.start == no_action) return values;
    // A value is certain once, and then for good or no more: each action is looked at three times at the most.
    ActionSet seen(flow.actions.size());
    ActionRounds rounds(flow);
    rounds.reach(flow.start);
    seen.add(flow.start);
    while (!rounds.done()) {
        const ActionId id = rounds.next();
        const std::optional<Value> own = sets(flow.actions[id]);
        for (const Transition& edge : flow.transitions_of(flow.actions[id])) {
            if (edge.target == no_action) continue;
            const Value after = own ? *own : values[id];
            Value& there = values[edge.target];
            const bool again = seen.has(edge.target);
            if (again && (there == Value() || there == after)) continue;
            there = again ? Value() : after;
            seen.add(edge.target);
            rounds.reach(edge.target);
        }
    }
    return values;
}

}  // namespace flowc::lint
