#pragma once

#include <vector>

#include "flowc/flow_set.hpp"
#include "lint/lint.hpp"

namespace flowc::lint {

/// An action after which the same contact meets another flow of the set, or is sent to it when something happens.
struct Transfer {
    ActionId action;
    FlowSet::Entry flow;
};

/// Those whose flow is known: by its ARN, by a name of the project, or by what the console calls it.
std::vector<Transfer> transfers_of(const Lint& lint);

}  // namespace flowc::lint
