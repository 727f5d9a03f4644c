#pragma once

#include <vector>

#include "lint/lint.hpp"

namespace flowc::lint {

/// For each action the Lambda whose failure is the only way to it, as far as Lambdas go; no_action: there is none, another
/// way leads there, or nothing is known, since not all ways of the flow are.
std::vector<ActionId> reached_by_failure_of(const Lint& lint);

}  // namespace flowc::lint
