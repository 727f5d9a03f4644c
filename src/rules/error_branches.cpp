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

std::uint64_t missing_errors(const Check& check, const Action& action, const ActionInfo& row) {
    const Branches& branches = check.branches;
    std::uint64_t missing = (row.needed_errors.always | row.needed_errors.when) & ~branches.known_errors;
    for (std::uint64_t left = missing; left != 0; left &= left - 1) {
        const ErrorInfo& error = row.errors[static_cast<std::size_t>(std::countr_zero(left))];
        if (!is_required(check, action, error)) missing &= ~bit_of(row, error);
    }
    for (const Transition& branch : branches.errors) {
        if (missing == 0 || !branches.others) break;
        if (const ErrorInfo* meant = find_error(row, meant_error(row, branch.label))) missing &= ~bit_of(row, *meant);
    }
    return missing != 0 && is_whole_list(check, action, "Errors") ? missing : 0;
}

std::vector<const ErrorInfo*> errors_of(const ActionInfo& row, std::uint64_t bits) {
    std::vector<const ErrorInfo*> errors;
    for (; bits != 0; bits &= bits - 1) errors.push_back(&row.errors[static_cast<std::size_t>(std::countr_zero(bits))]);
    return errors;
}

bool has_one_foreign_error(const Check& check, const Action& action, const ActionInfo& row) {
    const std::span<const Transition> branches = check.branches.errors;
    const auto is_foreign = [&](const Transition& branch) {
        if (branch.label.empty() || has_placeholder(branch.label)) return false;
        // An error that the type has is another one's name only where nothing else can be.
        if (const ErrorInfo* known = find_error(row, branch.label))
            return branches.size() == 1 && is_forbidden(check, action, *known);
        return meant_error(row, branch.label).empty();
    };
    const auto first = std::find_if(branches.begin(), branches.end(), is_foreign);
    return first != branches.end() && std::none_of(first + 1, branches.end(), is_foreign);
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
