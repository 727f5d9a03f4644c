#pragma once

#include <array>
#include <span>

#include "rules/rule.hpp"

namespace flowc::rules {

/// Gives the check the branches of an action, and what is known of them whatever its form is.
void take_branches(Check& check, const Action& action);

/// Whether an action's branches can be judged: it has a Transitions object, with no key that a template fills in. A
/// compiled action's always can.
bool has_transitions(const Check& check, const Action& action);

/// Whether a list of branches (`Errors`, `Conditions`) can be judged as a whole: it is a list of objects, none of which is
/// for an error that a template fills in, or for none; or absent, and no other key was probably meant as it, which would be one fault
/// and reported as that.
bool is_whole_list(const Check& check, const Action& action, std::string_view name);

/// Whether the branch has a value that names a target as text, be it dangling.
bool names_target(const Check& check, const Transition& transition);

/// The target of the branch that the console repeats as NextAction, as the catalogue names it (`error:NoMatchingError`); empty: there
/// is no such branch.
std::string_view mirrored_target(const Check& check, const Action& action, std::string_view path);

/// The key of an object that was probably meant as `name`, which the object does not have; absent: none.
Node misspelt_key(Node object, std::string_view name, std::span<const std::string_view> known);

/// The keys of an action's Transitions.
inline constexpr std::array<std::string_view, 3> transition_keys{"NextAction", "Conditions", "Errors"};

}  // namespace flowc::rules
