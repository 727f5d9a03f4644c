#pragma once

#include <vector>

#include "flowdsl/document/flow_head.hpp"

namespace flowc::dsl {

/// Reports the blocks that a default `on_error` of the same file names, and that none of the flows has for which it holds: where
/// no step fails, nobody follows it. `diagnostics` holds what was found in the flows.
void check_default_targets(const std::vector<FlowHead>& flows, Diagnostics& diagnostics);

}  // namespace flowc::dsl
