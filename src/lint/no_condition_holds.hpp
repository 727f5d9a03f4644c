#pragma once

#include <string_view>

namespace flowc::lint {

/// The error type of the branch that is taken where conditions are asked and none holds: an answer, and no failure.
inline constexpr std::string_view no_condition_holds = "NoMatchingCondition";

}  // namespace flowc::lint
