#include "ir/analysis.hpp"

#include <algorithm>

namespace flowc {
namespace {

constexpr std::uint32_t unvisited = ~std::uint32_t{0};

/// An action whose edges are being followed, and the next one of them.
struct Visit {
    ActionId action;
    std::uint32_t edge;
};

}  // namespace

Analysis::Analysis(const Flow& flow) {
    reach(flow);
    connect(flow);
}

void Analysis::reach(const Flow& flow) {
    reachable_.assign(flow.actions.size(), false);
    if (flow.start == no_action) return;
    std::vector<ActionId> open{flow.start};
    reachable_[flow.start] = true;
    while (!open.empty()) {
        const ActionId action = open.back();
        open.pop_back();
        for (const Transition& transition : flow.transitions_of(flow.actions[action])) {
            if (transition.target == no_action || reachable_[transition.target]) continue;
            reachable_[transition.target] = true;
            open.push_back(transition.target);
        }
    }
}

/// Tarjan's algorithm with its own stack: a flow may be as deep as it is long.
void Analysis::connect(const Flow& flow) {
    const std::size_t count = flow.actions.size();
    component_.assign(count, unvisited);
    std::vector<std::uint32_t> order(count, unvisited);
    std::vector<std::uint32_t> low(count, 0);
    std::vector<ActionId> members;
    std::vector<Visit> visits;
    std::uint32_t next_order = 0;

    for (ActionId root = 0; root < count; ++root) {
        if (order[root] != unvisited) continue;
        visits.push_back({root, 0});
        while (!visits.empty()) {
            const ActionId action = visits.back().action;
            if (visits.back().edge == 0 && order[action] == unvisited) {
                order[action] = low[action] = next_order++;
                members.push_back(action);
            }
            const std::span<const Transition> edges = flow.transitions_of(flow.actions[action]);
            if (visits.back().edge < edges.size()) {
                const ActionId target = edges[visits.back().edge++].target;
                if (target == no_action) continue;
                if (order[target] == unvisited) {
                    visits.push_back({target, 0});
                } else if (component_[target] == unvisited) {
                    low[action] = std::min(low[action], order[target]);
                }
                continue;
            }
            visits.pop_back();
            if (!visits.empty()) {
                const ActionId parent = visits.back().action;
                low[parent] = std::min(low[parent], low[action]);
            }
            if (low[action] != order[action]) continue;
            ActionId member;
            do {
                member = members.back();
                members.pop_back();
                component_[member] = component_count_;
            } while (member != action);
            ++component_count_;
        }
    }
}

}  // namespace flowc
