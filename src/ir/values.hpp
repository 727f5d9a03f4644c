#pragma once

#include <vector>

#include "flowc/flow.hpp"
#include "ir/analysis.hpp"

namespace flowc {

/// A scalar value among an action's parameters, at any depth, whose name the catalogue knows.
struct Value {
    const Action* action;
    const ParameterInfo* info;
    Node node;
};

/// Adds the values of one action whose type is known.
void add_values(const Flow& flow, const Action& action, std::vector<Value>& values);

/// All values of the reachable actions, action by action.
std::vector<Value> find_values(const Flow& flow, const Analysis& graph);

/// Those that are ARNs, and can be judged as they stand.
std::vector<Value> arns_among(const std::vector<Value>& values, const Texts& texts);

}  // namespace flowc
