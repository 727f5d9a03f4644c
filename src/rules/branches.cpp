#include "rules/branches.hpp"

#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "ir/placeholder.hpp"
#include "rules/conditions.hpp"

namespace flowc::rules {

void take_branches(Check& check, const Action& action) {
    const std::span<const Transition> all = check.flow.transitions_of(action);
    const auto id = static_cast<std::size_t>(&action - check.flow.actions.data());
    const BranchCount& count = check.analysis.branches(check.flow)[id];
    Branches& branches = check.branches;
    branches.next = all.first(count.next);
    branches.conditions = all.subspan(count.next, count.conditions);
    branches.errors = all.subspan(std::size_t{count.next} + count.conditions);
    branches.dangling = count.dangling;
    branches.known_errors = count.known_errors;
    branches.twice = count.twice;
    branches.others = count.others;
    branches.missing_errors = 0;
    branches.meant_for_missing = false;
}

bool has_transitions(const Check& check, const Action& action) {
    if (action.regular || check.flow.document == no_node) return true;
    const Node transitions = check.flow.node(action.transitions);
    for (const auto [key, value] : transitions.entries())
        if (has_placeholder(key.text())) return false;
    return transitions.is_mapping();
}

bool is_whole_list(const Check& check, const Action& action, std::string_view name) {
    if (action.regular) return true;
    if (!has_transitions(check, action)) return false;
    const Node transitions = check.flow.node(action.transitions);
    const Node list = transitions.find(name);
    if (!list) return !misspelt_key(transitions, name, transition_keys);
    if (!list.is_sequence()) return false;
    for (const Node branch : list.items()) {
        if (!branch.is_mapping()) return false;
        // A branch for no error at all may have been meant for any.
        const Node type = branch.find("ErrorType");
        if (has_placeholder(type.text()) || (name == "Errors" && (!type.is_string() || type.text().empty())))
            return false;
    }
    return true;
}

bool names_target(const Check& check, const Transition& transition) {
    if (check.flow.document == no_node) return true;
    const Node node = check.flow.node(transition.node);
    return (transition.kind == Transition::Kind::next ? node : node.find("NextAction")).is_string();
}

std::string_view mirrored_target(const Check& check, const Action& action, std::string_view path) {
    for (const Transition& branch : check.flow.transitions_of(action)) {
        std::string_view word = branch.label;
        if (branch.kind == Transition::Kind::condition) {
            word = only_item(check.flow.node(branch.operands)).text();
        }
        const std::string_view kind =
            branch.kind == Transition::Kind::error ? Term::error_prefix : Term::condition_prefix;
        const bool is_it = path.starts_with(kind) && path.substr(kind.size()) == word;
        if (is_it && branch.target != no_action) return branch.target_name;
    }
    return {};
}

Node misspelt_key(Node object, std::string_view name, std::span<const std::string_view> known) {
    if (object.find_key(name)) return {};
    for (const auto [key, value] : object.entries()) {
        const bool is_known = std::find(known.begin(), known.end(), key.text()) != known.end();
        if (!is_known && nearest(key.text(), known) == name) return key;
    }
    return {};
}

}  // namespace flowc::rules
