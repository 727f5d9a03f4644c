#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "ir/action_walk.hpp"

namespace flowc {

/// The strongly connected components of a flow's graph, or of what is left of it.
struct Components {
    /// The component of each action. They are numbered from the leaves up: an edge between two leads to the smaller
    /// number.
    std::vector<std::uint32_t> of;
    /// All actions, those of the smallest component first.
    std::vector<ActionId> order;
    /// All actions, each behind all that lead to it, but in a circle.
    std::vector<ActionId> forward;
    std::uint32_t count = 0;
    /// Those that the flow's start leads to are the first ones.
    std::uint32_t from_start = 0;
};

namespace components_detail {

inline constexpr std::uint32_t unvisited = ~std::uint32_t{0};

/// When an action was met, the first met one that it leads back to, the next one of its edges that is followed, and the
/// action that led to it.
struct Met {
    std::uint32_t order = unvisited;
    std::uint32_t low = unvisited;
    std::uint32_t edge = 0;
    ActionId by = no_action;
};

}  // namespace components_detail

/// Of the graph whose edges are those for which `keep(from, edge)` is true; edges that lead nowhere are not asked about. Linear:
/// Tarjan's algorithm with its own stack, for a flow may be as deep as it is long.
template <typename KeepEdge>
Components components(const Flow& flow, const KeepEdge& keep) {
    using namespace components_detail;
    const auto count = static_cast<std::uint32_t>(flow.actions.size());
    Components result;
    result.of.assign(count, unvisited);
    result.order.reserve(count);
    result.forward.reserve(count);
    std::vector<Met> met(count);
    OpenActions members(count);
    std::uint32_t next_order = 0;
    const auto follow_from = [&](ActionId root) {
        ActionId action = no_action;
        const auto enter = [&](ActionId next) {
            met[next] = {next_order, next_order, 0, action};
            ++next_order;
            members.add(next);
            action = next;
        };
        enter(root);
        while (action != no_action) {
            Met& place = met[action];
            const std::span<const Transition> edges = flow.transitions_of(flow.actions[action]);
            ActionId entered = no_action;
            while (place.edge < edges.size() && entered == no_action) {
                const Transition& edge = edges[place.edge++];
                if (edge.target == no_action || !keep(action, edge)) continue;
                if (met[edge.target].order == unvisited) entered = edge.target;
                else if (result.of[edge.target] == unvisited) place.low = std::min(place.low, met[edge.target].order);
            }
            if (entered != no_action) {
                enter(entered);
                continue;
            }
            result.forward.push_back(action);
            if (place.by != no_action) met[place.by].low = std::min(met[place.by].low, place.low);
            if (place.low == place.order) {
                ActionId member;
                do {
                    member = members.take();
                    result.of[member] = result.count;
                    result.order.push_back(member);
                } while (member != action);
                ++result.count;
            }
            action = place.by;
        }
    };
    if (flow.start != no_action) follow_from(flow.start);
    result.from_start = result.count;
    for (ActionId root = 0; root < count; ++root)
        if (met[root].order == unvisited) follow_from(root);
    std::reverse(result.forward.begin(), result.forward.end());
    return result;
}

/// Of the graph of all edges.
inline Components components(const Flow& flow) {
    return components(flow, [](ActionId, const Transition&) { return true; });
}

/// Whether each action lies on a cycle of the edges that `keep` leaves, itself alone included; `parts` are their
/// components. Linear.
template <typename KeepEdge>
ActionSet on_cycle(const Flow& flow, const KeepEdge& keep, const Components& parts) {
    ActionSet turns(flow.actions.size());
    for (ActionId id = 0; id < flow.actions.size(); ++id)
        for (const Transition& edge : flow.transitions_of(flow.actions[id])) {
            if (edge.target == no_action || parts.of[edge.target] != parts.of[id] || !keep(id, edge)) continue;
            turns.add(id);
            turns.add(edge.target);
        }
    return turns;
}

}  // namespace flowc
