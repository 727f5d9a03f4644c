#pragma once

#include <optional>
#include <vector>

#include "ir/follow_ways.hpp"

namespace flowc::lint {

/// What every way to each action has set, or has tried to: the words behind are meant for it. `sets` says what an action
/// sets, and nothing where it leaves what was there. An empty value: none is certain, as where the flow begins.
template <typename Value, typename Sets>
std::vector<Value> set_on_ways(const Flow& flow, const Analysis& graph, const Sets& sets) {
    std::vector<Value> values(flow.actions.size());
    if (flow.start == no_action) return values;
    // A value is certain once, and then for good or no more: each action is looked at three times at the most.
    ActionSet seen(flow.actions.size());
    seen.add(flow.start);
    ActionId last = no_action;
    std::optional<Value> own;  // of that action
    follow_ways(flow, graph, [&](ActionId id, const Transition& branch) {
        if (id != last) own = sets(flow.actions[last = id]);
        const Value& after = own ? *own : values[id];
        Value& there = values[branch.target];
        const bool again = seen.has(branch.target);
        if (again && (there == Value() || there == after)) return false;
        there = again ? Value() : after;
        seen.add(branch.target);
        return true;
    });
    return values;
}

}  // namespace flowc::lint
