#include "ir/components.hpp"

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

/// Tarjan's algorithm with its own stack: a flow may be as deep as it is long.
Components components(const Flow& flow, const KeepEdge& keep) {
    const std::size_t count = flow.actions.size();
    Components result;
    result.of.assign(count, unvisited);
    std::vector<std::uint32_t> order(count, unvisited);
    std::vector<std::uint32_t> low(count, 0);
    std::vector<ActionId> members;
    std::vector<Visit> visits;
    for (std::vector<ActionId>* const list : {&members, &result.order, &result.forward}) list->reserve(count);
    visits.reserve(count);
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
                const Transition& edge = edges[visits.back().edge++];
                const ActionId target = edge.target;
                if (target == no_action || (keep && !keep(action, edge))) continue;
                if (order[target] == unvisited) {
                    visits.push_back({target, 0});
                } else if (result.of[target] == unvisited) {
                    low[action] = std::min(low[action], order[target]);
                }
                continue;
            }
            visits.pop_back();
            result.forward.push_back(action);
            if (!visits.empty()) {
                const ActionId parent = visits.back().action;
                low[parent] = std::min(low[parent], low[action]);
            }
            if (low[action] != order[action]) continue;
            ActionId member;
            do {
                member = members.back();
                members.pop_back();
                result.of[member] = result.count;
                result.order.push_back(member);
            } while (member != action);
            ++result.count;
        }
    }
    std::reverse(result.forward.begin(), result.forward.end());
    return result;
}

std::vector<bool> on_cycle(const Flow& flow, const KeepEdge& keep, const Components& parts) {
    std::vector<bool> turns(flow.actions.size(), false);
    for (ActionId id = 0; id < flow.actions.size(); ++id)
        for (const Transition& edge : flow.transitions_of(flow.actions[id])) {
            if (edge.target == no_action || !keep(id, edge) || parts.of[edge.target] != parts.of[id]) continue;
            turns[id] = turns[edge.target] = true;
        }
    return turns;
}

}  // namespace flowc
