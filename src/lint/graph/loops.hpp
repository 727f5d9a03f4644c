#pragma once

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/lint.hpp"

/// What the rules about loops share.
namespace flowc::lint {

/// Whether the action has one of the effects.
inline bool has_any(const ActionInfo* row, Effects effects) { return row && (row->effects & effects.bits) != 0; }

/// Flows that play to a waiting caller run in circles by design.
inline bool circles_by_design(FlowType type) {
    return type == FlowType::customer_queue || type == FlowType::customer_hold || type == FlowType::agent_hold;
}

/// Whether there may be a circle of the edges that `keep` leaves: one of them leads back, as one of every circle does.
template <typename KeepEdge>
bool may_turn(const Lint& lint, const KeepEdge& keep) {
    ActionSet behind = lint.none();
    for (const ActionId id : lint.graph.forward()) {
        behind.add(id);
        for (const Transition& edge : lint.flow.transitions_of(lint.flow.actions[id]))
            if (edge.target != no_action && behind.has(edge.target) && keep(id, edge)) return true;
    }
    return false;
}

/// The actions that a circle may count its turns by: a condition leads out of it, on the answer of a Lambda that is called in it, or on
/// an attribute that is written in it.
inline ActionSet counters(const Lint& lint, const Components& parts) {
    ActionSet counts = lint.none();
    if (!lint.reads(Space::external) && !lint.reads(Space::flow_attributes) && !lint.reads(Space::attributes))
        return counts;
    ActionSet asks(parts.count);        // a Lambda
    ActionSet writes_own(parts.count);  // attributes of the flow
    ActionSet writes_any(parts.count);  // some whose names only the run knows
    std::vector<std::pair<std::uint32_t, std::string_view>> written;
    for (const ActionId id : lint.with(Effect::replaces_external)) asks.add(parts.of[id]);
    for (const ActionId id : lint.with(Effect::writes_flow_attributes)) writes_own.add(parts.of[id]);
    if (lint.reads(Space::attributes) && lint.any(Effect::writes_contact_attributes))
        for (const AttributeWrite& write : lint.written.all()) {
            if (!write.own) continue;
            if (write.key_is_fixed) written.emplace_back(parts.of[write.action], write.key.text());
            else writes_any.add(parts.of[write.action]);
        }
    std::sort(written.begin(), written.end());
    for (const Use& use : lint.uses) {
        const std::uint32_t part = parts.of[use.action];
        const bool changes =
            (use.space == Space::external && asks.has(part)) ||
            (use.space == Space::flow_attributes && writes_own.has(part)) ||
            (use.space == Space::attributes &&
             (writes_any.has(part) || std::binary_search(written.begin(), written.end(), std::pair{part, use.key})));
        if (!changes || counts.has(use.action)) continue;
        bool chooses = false;
        bool leaves = false;
        for (const Transition& edge : lint.flow.transitions_of(lint.flow.actions[use.action])) {
            chooses = chooses || edge.kind == Transition::Kind::condition;
            leaves = leaves || (edge.target != no_action && parts.of[edge.target] != part);
        }
        counts.add_if(chooses && leaves, use.action);
    }
    return counts;
}

/// The components that have one.
inline ActionSet counted_by_value(const Lint& lint, const Components& parts) {
    ActionSet counted(parts.count);
    for (const ActionId id : counters(lint, parts)) counted.add(parts.of[id]);
    return counted;
}

/// The first action of every component that holds an action for which `wanted` is true.
template <typename Wanted>
std::vector<ActionId> first_of_each_component(const Lint& lint, const std::vector<std::uint32_t>& component_of,
                                              Wanted wanted) {
    ActionSet seen = lint.none();
    std::vector<ActionId> first;
    for (ActionId id = 0; id < lint.flow.actions.size(); ++id) {
        if (!wanted(id) || seen.has(component_of[id])) continue;
        seen.add(component_of[id]);
        first.push_back(id);
    }
    return first;
}

}  // namespace flowc::lint
