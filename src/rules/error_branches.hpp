#pragma once

#include <vector>

#include "ir/branches.hpp"
#include "rules/rule.hpp"

namespace flowc::rules {

/// Whether an error may be missing: of nearly every action none is.
inline bool may_lack_error(const ActionInfo& row, const Branches& branches) {
    return ((row.needed_errors.always | row.needed_errors.when) & ~branches.known_errors) != 0;
}

/// Whether a branch may be for an error that the type does not have, or not in each of its forms.
inline bool may_have_foreign_error(const ActionInfo& row, const Branches& branches) {
    return branches.others || (branches.known_errors & row.forbidden_errors) != 0;
}

/// The name of the type's error that was probably meant by one that it does not have; empty: none is near.
std::string_view meant_error(const ActionInfo& row, std::string_view name);

/// Whether the type has the error, but not in this form of the action.
bool is_forbidden(const Check& check, const Action& action, const ErrorInfo& error);

/// The errors that an action has to have a branch for and does not, without those that a misspelt branch was meant for: bits, by
/// their places.
std::uint64_t missing_errors(const Check& check, const Action& action, const ActionInfo& row);

/// The rows of errors that are given as such bits.
std::vector<const ErrorInfo*> errors_of(const ActionInfo& row, std::uint64_t bits);

/// Whether exactly one branch is for an error that the type does not have, or the action's only branch for one that it cannot
/// have: where errors are missing, that branch was meant for them.
bool has_one_foreign_error(const Check& check, const Action& action, const ActionInfo& row);

/// Adds branches for these errors that lead where the action's `pattern` leads, as that one is written.
std::vector<Edit> add_branches_like(const Check& check, const Action& action, const Transition& pattern,
                                    std::span<const std::string_view> names);

}  // namespace flowc::rules
