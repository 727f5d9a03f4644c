#include "rules/ways.hpp"

#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "ir/placeholder.hpp"
#include "rules/branches.hpp"
#include "rules/conditions.hpp"
#include "rules/error_branches.hpp"
#include "rules/form.hpp"

namespace flowc::rules {
namespace {

/// Of an action without a next one.
bool lacks_next(const Check& check, const Action& action, const ActionInfo* row) {
    if (!row) return true;
    // What the console repeats there never runs.
    return row->next_action == NextAction::required && mirrored_target(check, action, row->mirrors).empty();
}

/// Whether an action has fewer conditions than its type always has: the one that is missing led somewhere.
bool lacks_condition(const Check& check, const Action& action, const ActionInfo& row) {
    const std::size_t count = check.branches.conditions.size();
    const bool few = row.conditions.min && count < *row.conditions.min;
    const auto has_more = [&](const ConditionSet& set) { return count < set.exactly.size(); };
    const auto sets = row.conditions.sets;
    if (sets.empty() || (!few && std::none_of(sets.begin(), sets.end(), has_more))) return false;
    if (conditions_allowed(check, action, row) != Truth::yes) return false;
    const Node parameters = check.flow.node(action.parameters);
    return few || std::any_of(sets.begin(), sets.end(), [&](const ConditionSet& set) {
               return has_more(set) && check.holds(action, parameters, set.when) == Truth::yes;
           });
}

bool leads_anywhere(const Check& check, const Action& action, const ActionInfo* row) {
    if (check.branches.dangling)
        for (const Transition& branch : check.flow.transitions_of(action))
            if (branch.target == no_action && !is_idle(check, action, branch)) return true;
    if (check.branches.next.empty() && lacks_next(check, action, row)) return true;
    if (!row) return false;
    const bool fails = !row->errors.empty();
    const bool chooses = row->conditions.allowed != ConditionsInfo::Allowed::never;
    return (fails && (!is_whole_list(check, action, "Errors") || check.branches.lacks_error())) ||
           (chooses && (!is_whole_list(check, action, "Conditions") || lacks_condition(check, action, *row)));
}

/// Whether a condition waits for a word that its action never gives, and that is no slip for one that it does.
bool waits_for_no_word(const Check& check, const Action& action, const ActionInfo& row, const Transition& branch) {
    if (branch.kind != Transition::Kind::condition) return false;
    const auto word = operand(check, branch);
    if (!word) return false;
    bool is_closed = false;
    for (const ConditionSet& set : row.conditions.sets) {
        const std::span<const std::string_view> words = set.exactly.empty() ? set.operands : set.exactly;
        if (words.empty()) continue;
        if (contains(words, *word) || !nearest(*word, words).empty()) return false;
        is_closed = is_closed || check.holds(action, check.flow.node(action.parameters), set.when) == Truth::yes;
    }
    return is_closed && conditions_allowed(check, action, row) == Truth::yes;
}

/// Whether the type says which words its conditions wait for.
bool says_words(const ConditionsInfo& conditions) {
    return std::any_of(conditions.sets.begin(), conditions.sets.end(),
                       [](const ConditionSet& set) { return !set.exactly.empty() || !set.operands.empty(); });
}

/// Whether any of an action's branches may be idle.
bool may_idle(const ActionInfo& row, const Branches& branches) {
    return (row.next_action == NextAction::forbidden && !branches.next.empty()) ||
           (!branches.conditions.empty() &&
            (row.conditions.allowed == ConditionsInfo::Allowed::never || says_words(row.conditions))) ||
           may_have_foreign_error(row, branches);
}

}  // namespace

bool is_idle(const Check& check, const Action& action, const Transition& branch) {
    const ActionInfo* row = check.row(action);
    if (!row) return false;
    switch (branch.kind) {
        case Transition::Kind::next: return row->next_action == NextAction::forbidden;
        case Transition::Kind::condition: return row->conditions.allowed == ConditionsInfo::Allowed::never;
        case Transition::Kind::error: break;
    }
    if (check.branches.meant_for_missing) return false;
    if (const ErrorInfo* error = find_error(*row, branch.label)) return is_forbidden(check, action, *error);
    return !branch.label.empty() && !has_placeholder(branch.label) && meant_error(*row, branch.label).empty();
}

Ways::Ways(const Flow& flow)
    : flow_(flow), any_open_(flow.is_open || flow.start == no_action), open_(flow.actions.size()),
      wrong_form_(flow.actions.size()) {}

Ways::Ways(Check check) : Ways(check.flow) {
    for (const Action& action : flow_.actions) {
        take_form(check, action);
        add(check, action);
    }
}

void Ways::add(const Check& check, const Action& action) {
    const auto id = static_cast<ActionId>(&action - flow_.actions.data());
    wrong_form_.add_if(!check.supposed.path.empty() || check.contested, id);
    const ActionInfo* row = check.row(action);
    if (leads_anywhere(check, action, row)) {
        open_.add(id);
        any_open_ = any_open_ || check.analysis.reachable(id);
    }
    if (!row || !may_idle(*row, check.branches)) return;
    for (const Transition& branch : flow_.transitions_of(action)) {
        if (!is_idle(check, action, branch) && !waits_for_no_word(check, action, *row, branch)) continue;
        idle_.resize(flow_.transitions.size(), false);
        idle_[static_cast<std::size_t>(&branch - flow_.transitions.data())] = true;
    }
}

}  // namespace flowc::rules
