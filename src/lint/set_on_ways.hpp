#pragma once

#include <optional>
#include <vector>

#include "flowc/flow.hpp"

namespace flowc::lint {

/// What every way to each action has set, or has tried to: the words behind are meant for it. `sets` says what an action
/// sets, and nothing where it leaves what was there. An empty value: none is certain, as where the flow begins.
template <typename Value, typename Sets>
std::vector<Value> set_on_ways(const Flow& flow, const Sets& sets) {
    std::vector<Value> values(flow.actions.size());
    if (flow.start == no_action) return values;
    // A value is certain once, and then for good or no more: each action is looked at three times at the most.
    std::vector<bool> seen(flow.actions.size(), false);
    std::vector<ActionId> open{flow.start};
    seen[flow.start] = true;
    while (!open.empty()) {
        const ActionId id = open.back();
        open.pop_back();
        const std::optional<Value> own = sets(flow.actions[id]);
        for (const Transition& edge : flow.transitions_of(flow.actions[id])) {
            if (edge.target == no_action) continue;
            const Value after = own ? *own : values[id];
            Value& there = values[edge.target];
            if (seen[edge.target] && (there == Value() || there == after)) continue;
            there = seen[edge.target] ? Value() : after;
            seen[edge.target] = true;
            open.push_back(edge.target);
        }
    }
    return values;
}

}  // namespace flowc::lint
