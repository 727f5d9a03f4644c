#pragma once

#include <vector>

#include "flowc/compile.hpp"
#include "flowdsl/flow_head.hpp"

namespace flowc::dsl {

/// One error that lists every name that nothing gives an ARN for, with did-you-mean, at the first of them. `own` are
/// the flows of the same file, which have an ARN as soon as they have been created once.
void report_unresolved(const std::vector<Resource>& unresolved, const Environment* environment,
                       const std::vector<FlowHead>& own, Diagnostics& diagnostics);

}  // namespace flowc::dsl
