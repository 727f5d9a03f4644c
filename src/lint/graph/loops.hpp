#pragma once

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

/// Whether any way in the flow leads back to where it came from.
inline bool has_circles(const Lint& lint) {
    if (lint.graph.component_count() < lint.flow.actions.size()) return true;
    for (ActionId id = 0; id < lint.flow.actions.size(); ++id)
        for (const Transition& edge : lint.flow.transitions_of(lint.flow.actions[id]))
            if (edge.target == id) return true;
    return false;
}

/// Flows that play to a waiting caller run in circles by design.
inline bool circles_by_design(FlowType type) {
    return type == FlowType::customer_queue || type == FlowType::customer_hold || type == FlowType::agent_hold;
}

/// The components that a condition on a Lambda's answer leads out of, or one on attributes where the circle writes some: it may count
/// its own turns.
inline std::vector<bool> counted_by_value(const Lint& lint, const Components& parts) {
    std::vector<bool> writes(parts.count, false);
    for (ActionId id = 0; id < lint.flow.actions.size(); ++id)
        if (has_any(lint.row(lint.flow.actions[id]),
                    {Effect::writes_contact_attributes, Effect::writes_flow_attributes}))
            writes[parts.of[id]] = true;
    std::vector<bool> counted(parts.count, false);
    ActionId last = no_action;  // what was asked already, for an action may read much
    for (const Use& use : lint.uses) {
        const std::uint32_t part = parts.of[use.action];
        const bool changes =
            use.space == "External" || (writes[part] && (use.space == "Attributes" || use.space == "FlowAttributes"));
        if (!changes || use.action == last) continue;
        last = use.action;
        bool chooses = false;
        bool leaves = false;
        for (const Transition& edge : lint.flow.transitions_of(lint.flow.actions[use.action])) {
            chooses = chooses || edge.kind == Transition::Kind::condition;
            leaves = leaves || (edge.target != no_action && parts.of[edge.target] != part);
        }
        if (chooses && leaves) counted[part] = true;
    }
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
