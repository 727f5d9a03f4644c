#pragma once

#include <functional>

#include "lint/lint.hpp"

namespace flowc::lint {

/// Calls `see` for every scalar value of an action's parameters that the catalogue knows, at any depth.
using SeeValue = std::function<void(const ParameterInfo& info, Node value)>;
void each_value(const Lint& lint, const Action& action, const SeeValue& see);

/// The same for the reachable actions of the flow.
void each_value(const Lint& lint, const std::function<void(const Action&, const ParameterInfo&, Node)>& see);

}  // namespace flowc::lint
