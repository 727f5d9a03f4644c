#pragma once

#include "flowc/catalogue.hpp"
#include "flowdsl/schema/value.hpp"

namespace flowc::schema {

/// Whether a fact is sure enough to refuse a document by it, as the rules do.
bool is_sure(Evidence evidence);

/// An action's `Parameters`, without what other parts of the action have to say about them.
Value parameters_schema(const ActionInfo& row);

/// What holds between an action's parameters and its branches, one schema of the whole action each.
std::vector<Value> parameters_and_branches(const ActionInfo& row);

/// Whether an action without any parameters is faulty.
bool needs_parameters(const ActionInfo& row);

/// `if` this, `then` that.
Value implies(Value condition, Value consequence);

}  // namespace flowc::schema
