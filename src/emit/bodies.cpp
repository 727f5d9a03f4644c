#include "emit/bodies.hpp"

#include <algorithm>

namespace flowc::emit_detail {

namespace {

/// Counts the names in `of` from 0 in order of appearance; returns how many there are.
std::uint32_t renumber(std::vector<std::uint32_t>& of) {
    std::vector<std::uint32_t> names = of;
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    constexpr std::uint32_t unseen = ~std::uint32_t{0};
    std::vector<std::uint32_t> numbers(names.size(), unseen);
    std::uint32_t count = 0;
    for (std::uint32_t& name : of) {
        const auto at = std::lower_bound(names.begin(), names.end(), name);
        std::uint32_t& number = numbers[static_cast<std::size_t>(at - names.begin())];
        if (number == unseen) number = count++;
        name = number;
    }
    return count;
}

void find_members(Bodies& bodies, std::uint32_t count) {
    bodies.first.assign(count + 1, 0);
    for (const std::uint32_t body : bodies.of) ++bodies.first[body + 1];
    for (std::uint32_t body = 0; body < count; ++body) bodies.first[body + 1] += bodies.first[body];
    std::vector<std::uint32_t> next(bodies.first.begin(), bodies.first.end() - 1);
    bodies.actions.resize(bodies.of.size());
    for (ActionId action = 0; action < bodies.of.size(); ++action) bodies.actions[next[bodies.of[action]]++] = action;
}

/// Kahn's algorithm over the groups; those on a cycle, or behind one, are left out.
void sort(Bodies& bodies, const ForwardGraph& graph, std::uint32_t count) {
    find_members(bodies, count);
    const std::vector<std::uint32_t>& of = bodies.of;
    std::vector<std::uint32_t> entries(count, 0);
    for (ActionId from = 0; from < of.size(); ++from) {
        for (const ActionId to : graph.after(from)) entries[of[to]] += of[from] != of[to];
    }
    std::vector<std::uint32_t>& order = bodies.order;
    order.clear();
    order.reserve(count);
    for (std::uint32_t group = 0; group < count; ++group) {
        if (entries[group] == 0) order.push_back(group);
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (const ActionId from : bodies.members(order[i])) {
            for (const ActionId to : graph.after(from)) {
                if (of[from] != of[to] && --entries[of[to]] == 0) order.push_back(of[to]);
            }
        }
    }
}

}  // namespace

Bodies bodies(const Flow& flow, const ForwardGraph& graph) {
    Bodies result;
    const std::size_t actions = flow.actions.size();
    result.of = flow.groups.size() == actions ? flow.groups : std::vector<std::uint32_t>(actions, 0);
    std::uint32_t count = renumber(result.of);
    sort(result, graph, count);
    if (result.order.size() == count) return result;

    std::vector<bool> is_sorted(count, false);
    for (const std::uint32_t group : result.order) is_sorted[group] = true;
    for (std::uint32_t& group : result.of) {
        if (!is_sorted[group]) group = count;
    }
    count = renumber(result.of);
    sort(result, graph, count);
    return result;
}

}  // namespace flowc::emit_detail
