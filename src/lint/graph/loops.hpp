#pragma once

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/lint.hpp"

/// What the rules about loops share.
namespace flowc::lint {

/// Some effects, put together when flowc is compiled: these rules ask for many at once, of every branch.
struct Effects {
    consteval Effects(std::initializer_list<Effect> effects) {
        for (const Effect effect : effects) bits |= std::uint64_t{1} << static_cast<unsigned>(effect);
    }
    std::uint64_t bits = 0;
};

/// Whether the action has one of the effects.
inline bool has_any(const ActionInfo* row, Effects effects) { return row && (row->effects & effects.bits) != 0; }

/// Flows that play to a waiting caller run in circles by design.
inline bool circles_by_design(FlowType type) {
    return type == FlowType::customer_queue || type == FlowType::customer_hold || type == FlowType::agent_hold;
}

/// The actions that a circle may count its turns by: a condition leads out of it, on the answer of a Lambda that is called in it, or on
/// an attribute that is written in it.
inline std::vector<bool> counters(const Lint& lint, const Components& parts) {
    std::vector<bool> asks(parts.count, false);        // a Lambda
    std::vector<bool> writes_own(parts.count, false);  // attributes of the flow
    std::vector<bool> writes_any(parts.count, false);  // some whose names only the run knows
    std::vector<std::pair<std::uint32_t, std::string_view>> written;
    for (ActionId id = 0; id < lint.flow.actions.size(); ++id) {
        const ActionInfo* row = lint.row(lint.flow.actions[id]);
        if (has_any(row, {Effect::replaces_external})) asks[parts.of[id]] = true;
        if (has_any(row, {Effect::writes_flow_attributes})) writes_own[parts.of[id]] = true;
    }
    if (lint.any(Effect::writes_contact_attributes))
        for (const AttributeWrite& write : lint.written.all()) {
            if (!write.own) continue;
            if (write.key_is_fixed) written.emplace_back(parts.of[write.action], write.key.text());
            else writes_any[parts.of[write.action]] = true;
        }
    std::sort(written.begin(), written.end());
    std::vector<bool> counts(lint.flow.actions.size(), false);
    for (const Use& use : lint.uses) {
        const std::uint32_t part = parts.of[use.action];
        const bool changes =
            (use.space == "External" && asks[part]) || (use.space == "FlowAttributes" && writes_own[part]) ||
            (use.space == "Attributes" &&
             (writes_any[part] || std::binary_search(written.begin(), written.end(), std::pair{part, use.key})));
        if (!changes || counts[use.action]) continue;
        bool chooses = false;
        bool leaves = false;
        for (const Transition& edge : lint.flow.transitions_of(lint.flow.actions[use.action])) {
            chooses = chooses || edge.kind == Transition::Kind::condition;
            leaves = leaves || (edge.target != no_action && parts.of[edge.target] != part);
        }
        counts[use.action] = chooses && leaves;
    }
    return counts;
}

/// The components that have one.
inline std::vector<bool> counted_by_value(const Lint& lint, const Components& parts) {
    std::vector<bool> counted(parts.count, false);
    const std::vector<bool> by = counters(lint, parts);
    for (ActionId id = 0; id < by.size(); ++id)
        if (by[id]) counted[parts.of[id]] = true;
    return counted;
}

/// The first action of every component that holds an action for which `wanted` is true.
template <typename Wanted>
std::vector<ActionId> first_of_each_component(const Lint& lint, const std::vector<std::uint32_t>& component_of,
                                              Wanted wanted) {
    std::vector<bool> seen(lint.flow.actions.size(), false);
    std::vector<ActionId> first;
    for (ActionId id = 0; id < lint.flow.actions.size(); ++id) {
        if (!wanted(id) || seen[component_of[id]]) continue;
        seen[component_of[id]] = true;
        first.push_back(id);
    }
    return first;
}

}  // namespace flowc::lint
