#include "rules/branches.hpp"

#include <algorithm>
#include <array>

#include "diagnostics/suggest.hpp"
#include "ir/placeholder.hpp"
#include "rules/conditions.hpp"
#include "rules/error_branches.hpp"

namespace flowc::rules {

Branches branches_of(const Flow& flow, const Action& action) {
    Branches branches;
    const std::span<const Transition> all = flow.transitions_of(action);
    std::array<std::size_t, 3> of{};
    for (const Transition& branch : all) {
        ++of[static_cast<std::size_t>(branch.kind)];
        branches.dangling |= branch.target == no_action;
    }
    branches.next = all.first(of[0]);
    branches.conditions = all.subspan(of[0], of[1]);
    branches.errors = all.last(of[2]);
    if (action.type == ActionType::unknown) {
        branches.others = true;
        return branches;
    }
    const ActionInfo& row = info(action.type);
    for (const Transition& branch : branches.errors) {
        const ErrorInfo* error = find_error(row, branch.label);
        if (!error) {
            branches.others = true;
            continue;
        }
        const std::uint64_t bit = bit_of(row, *error);
        branches.twice |= (branches.known_errors & bit) != 0;
        branches.known_errors |= bit;
    }
    return branches;
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
        const std::string_view kind = branch.kind == Transition::Kind::error ? "error:" : "condition:";
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
