#pragma once

#include "flowc/catalogue.hpp"
#include "flowdsl/schema/value.hpp"

namespace flowc::schema {

/// Any action's `Transitions`: their form, whatever the action's type is.
Value transitions_form();

/// What an action's type says of its branches, one schema of the whole action each.
std::vector<Value> branches_of(const ActionInfo& row);

}  // namespace flowc::schema
