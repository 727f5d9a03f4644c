#pragma once

#include "flowc/flow.hpp"
#include "flowc/flow_set.hpp"

namespace flowc {

/// What other flows have to know of a flow. Spans are those of the flow's own text.
FlowSummary summary_of(const Flow& flow);

}  // namespace flowc
