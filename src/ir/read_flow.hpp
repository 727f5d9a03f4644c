#pragma once

#include "flowc/flow.hpp"

namespace flowc {

/// How many actions are read; the service takes 250. A list of more is none that could be meant, and is left alone.
inline constexpr std::size_t max_actions = 25'000;

/// Builds the flow that the Flow-language document `document` of `tree` describes. Nothing is reported: what is
/// missing or of the wrong JSON type leaves a hole that the envelope rules see. The tree moves into the flow.
/// Where two actions have one identifier, transitions lead to the first. `type` is for a document that does not say
/// its own in the console's `Metadata.type`.
Flow read_flow(SyntaxTree tree, NodeId document, FlowType type = FlowType::unknown);

}  // namespace flowc
