#include "rules/error_branches.hpp"

#include <algorithm>
#include <bit>

#include "diagnostics/suggest.hpp"
#include "fixes/edited_text.hpp"
#include "fixes/json_edit.hpp"
#include "ir/condition.hpp"
#include "ir/placeholder.hpp"
#include "rules/branches.hpp"

namespace flowc::rules {
namespace {

/// Of one that is not required never.
bool is_required(const Check& check, const Action& action, const ErrorInfo& error) {
    return error.required == Requirement::always ||
           check.holds(action, check.flow.node(action.parameters), error.when) == Truth::yes;
}

}  // namespace

std::string_view meant_error(const ActionInfo& row, std::string_view name) {
    std::vector<std::string_view> names;
    names.reserve(row.errors.size());
    for (const ErrorInfo& error : row.errors) names.push_back(error.name);
    return nearest(name, names);
}

bool is_forbidden(const Check& check, const Action& action, const ErrorInfo& error) {
    return !error.forbidden_when.empty() &&
           check.holds(action, check.flow.node(action.parameters), error.forbidden_when) == Truth::yes;
}

std::vector<const ErrorInfo*> missing_errors(const Check& check, const Action& action, const ActionInfo& row) {
    std::vector<const ErrorInfo*> missing;
    const auto branches = check.flow.transitions_of(action, Transition::Kind::error);
    const std::uint64_t known = branches_of(check.flow, action).known_errors;
    for (std::uint64_t left = (row.needed_errors.always | row.needed_errors.when) & ~known; left; left &= left - 1) {
        const ErrorInfo& error = row.errors[static_cast<std::size_t>(std::countr_zero(left))];
        if (!is_required(check, action, error)) continue;
        const auto is_meant = [&](const Transition& branch) { return meant_error(row, branch.label) == error.name; };
        if (std::none_of(branches.begin(), branches.end(), is_meant)) missing.push_back(&error);
    }
    if (!missing.empty() && !is_whole_list(check, action, "Errors")) missing.clear();
    return missing;
}

std::vector<const ErrorInfo*> replaced_errors(const Check& check, const Action& action, const ActionInfo& row) {
    // Each branch may ask. No type has so many that one of hundreds could stand for a missing one.
    constexpr std::uint32_t most = 500;
    if (action.transition_count > most) return {};
    const auto branches = check.flow.transitions_of(action, Transition::Kind::error);
    const auto is_foreign = [&](const Transition& branch) {
        if (branch.label.empty() || has_placeholder(branch.label)) return false;
        // An error that the type has is another one's name only where nothing else can be.
        if (const ErrorInfo* known = find_error(row, branch.label))
            return branches.size() == 1 && is_forbidden(check, action, *known);
        return meant_error(row, branch.label).empty();
    };
    if (std::count_if(branches.begin(), branches.end(), is_foreign) != 1) return {};
    return missing_errors(check, action, row);
}

std::vector<Edit> add_branches_like(const Check& check, const Action& action, const Transition& pattern,
                                    std::span<const std::string_view> names) {
    const Node errors = check.flow.node(action.transitions).find("Errors");
    const Node branch = check.flow.node(pattern.node);
    const Node type = branch.find("ErrorType");
    std::vector<Edit> edits;
    if (!type || !check.text) return edits;
    for (const std::string_view name : names)
        edits.push_back(fixes::append(
            *check.text, errors,
            fixes::edited(check.text->slice(branch.span()), {fixes::write_text(type, name)}, branch.span().begin)));
    return edits;
}

}  // namespace flowc::rules
