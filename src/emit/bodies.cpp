#include "emit/bodies.hpp"

#include <unordered_map>

namespace flowc::emit_detail {

namespace {

/// Counts the names in `of` from 0 in order of appearance; returns how many there are.
std::uint32_t renumber(std::vector<std::uint32_t>& of) {
    std::unordered_map<std::uint32_t, std::uint32_t> numbers;
    for (std::uint32_t& name : of) {
        name = numbers.emplace(name, static_cast<std::uint32_t>(numbers.size())).first->second;
    }
    return static_cast<std::uint32_t>(numbers.size());
}

/// Kahn's algorithm over the groups; those on a cycle, or behind one, are left out.
std::vector<std::uint32_t> sorted(const ForwardGraph& graph, const std::vector<std::uint32_t>& of,
                                  std::uint32_t count) {
    std::vector<std::vector<std::uint32_t>> after(count);
    std::vector<std::uint32_t> entries(count, 0);
    for (ActionId from = 0; from < of.size(); ++from) {
        for (const ActionId to : graph.after(from)) {
            if (of[from] == of[to]) continue;
            after[of[from]].push_back(of[to]);
            ++entries[of[to]];
        }
    }
    std::vector<std::uint32_t> order;
    order.reserve(count);
    for (std::uint32_t group = 0; group < count; ++group) {
        if (entries[group] == 0) order.push_back(group);
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (const std::uint32_t next : after[order[i]]) {
            if (--entries[next] == 0) order.push_back(next);
        }
    }
    return order;
}

}  // namespace

Bodies bodies(const Flow& flow, const ForwardGraph& graph) {
    Bodies result;
    const std::size_t actions = flow.actions.size();
    result.of = flow.groups.size() == actions ? flow.groups : std::vector<std::uint32_t>(actions, 0);
    std::uint32_t count = renumber(result.of);
    result.order = sorted(graph, result.of, count);
    if (result.order.size() == count) return result;

    std::vector<bool> is_sorted(count, false);
    for (const std::uint32_t group : result.order) is_sorted[group] = true;
    for (std::uint32_t& group : result.of) {
        if (!is_sorted[group]) group = count;
    }
    count = renumber(result.of);
    result.order = sorted(graph, result.of, count);
    return result;
}

}  // namespace flowc::emit_detail
