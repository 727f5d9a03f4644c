#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "flowc/flow.hpp"

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
};

namespace components_detail {

inline constexpr std::uint32_t unvisited = ~std::uint32_t{0};

/// When an action was met, and the first met one that it leads back to.
struct Met {
    std::uint32_t order = unvisited;
    std::uint32_t low = unvisited;
};

/// An action whose edges are being followed, and the next one of them.
struct Visit {
    ActionId action;
    std::uint32_t edge;
};

}  // namespace components_detail

/// Of the graph whose edges are those for which `keep(from, edge)` is true; edges that lead nowhere are not asked about. Linear:
/// Tarjan's algorithm with its own stack, for a flow may be as deep as it is long.
template <typename KeepEdge>
Components components(const Flow& flow, const KeepEdge& keep) {
    using namespace components_detail;
    const std::size_t count = flow.actions.size();
    Components result;
    result.of.assign(count, unvisited);
    std::vector<Met> met(count);
    std::vector<ActionId> members;
    std::vector<Visit> visits;
    for (std::vector<ActionId>* const list : {&members, &result.order, &result.forward}) list->reserve(count);
    visits.reserve(count);
    std::uint32_t next_order = 0;
    const auto enter = [&](ActionId action) {
        met[action] = {next_order, next_order};
        ++next_order;
        members.push_back(action);
        visits.push_back({action, 0});
    };

    for (ActionId root = 0; root < count; ++root) {
        if (met[root].order != unvisited) continue;
        enter(root);
        while (!visits.empty()) {
            Visit& visit = visits.back();
            const ActionId action = visit.action;
            Met& place = met[action];
            const std::span<const Transition> edges = flow.transitions_of(flow.actions[action]);
            ActionId entered = no_action;
            while (visit.edge < edges.size() && entered == no_action) {
                const Transition& edge = edges[visit.edge++];
                if (edge.target == no_action || !keep(action, edge)) continue;
                if (met[edge.target].order == unvisited) entered = edge.target;
                else if (result.of[edge.target] == unvisited) place.low = std::min(place.low, met[edge.target].order);
            }
            if (entered != no_action) {
                enter(entered);
                continue;
            }
            visits.pop_back();
            result.forward.push_back(action);
            if (!visits.empty()) {
                Met& parent = met[visits.back().action];
                parent.low = std::min(parent.low, place.low);
            }
            if (place.low != place.order) continue;
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

/// Of the graph of all edges.
inline Components components(const Flow& flow) {
    return components(flow, [](ActionId, const Transition&) { return true; });
}

/// Whether each action lies on a cycle of the edges that `keep` leaves, itself alone included; `parts` are their
/// components. Linear.
template <typename KeepEdge>
std::vector<bool> on_cycle(const Flow& flow, const KeepEdge& keep, const Components& parts) {
    std::vector<bool> turns(flow.actions.size(), false);
    for (ActionId id = 0; id < flow.actions.size(); ++id)
        for (const Transition& edge : flow.transitions_of(flow.actions[id])) {
            if (edge.target == no_action || parts.of[edge.target] != parts.of[id] || !keep(id, edge)) continue;
            turns[id] = turns[edge.target] = true;
        }
    return turns;
}

}  // namespace flowc
