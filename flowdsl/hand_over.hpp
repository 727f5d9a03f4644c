#pragma once

#include <set>

#include "flowdsl/flow_lowering.hpp"
#include "flowdsl/name_flow.hpp"

namespace flowc::dsl {

/// Reports what the flow that a step goes on in, or the module that it invokes, lists in its `inputs`, and no path to the step
/// has set. What faulty steps say is `doubtful`: they might have set it.
void check_hand_over(const HandOver& step, const NameFlow& names, const KnownFlows& flows,
                     const std::set<std::string_view>& doubtful, Diagnostics& diagnostics);

}  // namespace flowc::dsl
