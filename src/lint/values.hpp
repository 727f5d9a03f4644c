#pragma once

#include <vector>

#include "flowc/flow.hpp"
#include "ir/analysis.hpp"

namespace flowc::lint {

/// A scalar value among an action's parameters, at any depth, whose name the catalogue knows.
struct Value {
    const Action* action;
    const ParameterInfo* info;
    Node node;
};

/// All values of the reachable actions, action by action.
std::vector<Value> find_values(const Flow& flow, const Analysis& graph);

}  // namespace flowc::lint
