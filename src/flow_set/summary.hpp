#pragma once

#include <optional>

#include "flowc/flow.hpp"
#include "flowc/flow_set.hpp"

namespace flowc {

/// What other flows have to know of a flow. Spans are those of the flow's own text.
FlowSummary summary_of(const Flow& flow);

/// The comparison that an action makes of an attribute of the contact; nothing where it compares none.
std::optional<FlowSummary::Comparison> comparison_of(const Flow& flow, const Action& action);

}  // namespace flowc
