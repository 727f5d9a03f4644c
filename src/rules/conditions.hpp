#pragma once

#include <optional>
#include <vector>

#include "rules/rule.hpp"

/// What the rules about conditions share.
namespace flowc::rules {

/// Whether an action may have conditions; unknown where a value decides that is known later, or words alone say it.
Truth conditions_allowed(const Check& check, const Action& action, const ActionInfo& row);

/// Adds the sets of operators and operands that hold for an action, the first always.
void add_condition_sets(const Check& check, const Action& action, const ActionInfo& row,
                        std::vector<const ConditionSet*>& sets);

/// The special operator of that name in flows of this type, or where the type is not known; null: none.
const SpecialOperator* special_operator(const Check& check, const ActionInfo& row, std::string_view name);

/// The item of a list that has one; absent: it has none, or several.
inline Node only_item(Node list) {
    const Node::Items items = list.items();
    auto behind = items.begin();
    return !items.empty() && ++behind == items.end() ? *items.begin() : Node();
}

/// The one operand of a condition as text that can be judged: no placeholder, no reference, not empty.
std::optional<std::string_view> operand(const Check& check, const Transition& transition);

bool contains(std::span<const std::string_view> words, std::string_view word);

}  // namespace flowc::rules
