#pragma once

#include "rules/rule.hpp"

namespace flowc::rules {

/// What a parameter that is missing has to be, as the action's branches tell: conditions that only one value allows ask for
/// it, and without any it is the other of the two. Empty: nothing tells.
std::string_view implied_value(const Check& check, const ObjectUse& use, const ParameterInfo& property);

/// Whether a condition holds once what is missing is there with its implied value.
bool will_hold(const Check& check, const ObjectUse& use, Condition condition);

}  // namespace flowc::rules
