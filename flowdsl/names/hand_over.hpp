#pragma once

#include <set>

#include "flowdsl/names/name_flow.hpp"
#include "flowdsl/names/name_use.hpp"

namespace flowc::dsl {

/// Reports what the flow that a step names lists in its `inputs`, and nobody sets: for a flow that the step goes on in, a module
/// that it invokes, or the flow of a contact that it creates, no path to the step; for a flow that runs at another moment of this
/// contact, no step of the flow. What faulty steps say is `doubtful`: they might have set it.
void check_hand_overs(const std::vector<HandOver>& steps, const Flow& flow, const NameFlow& names,
                      const KnownFlows& flows, const std::set<std::string_view>& doubtful, Diagnostics& diagnostics);

}  // namespace flowc::dsl
