#pragma once

#include "flowc/flow.hpp"

namespace flowc {

/// Builds the flow that the Flow-language document `document` of `tree` describes. Nothing is reported: what is
/// missing or of the wrong JSON type leaves a hole that the envelope rules see. The tree moves into the flow.
/// Where two actions have one identifier, transitions lead to the first. `type` is what the caller knows; else
/// the console's `Metadata.type` says it.
Flow read_flow(SyntaxTree tree, NodeId document, FlowType type = FlowType::unknown);

}  // namespace flowc
