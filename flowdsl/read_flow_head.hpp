#pragma once

#include "flowdsl/defaults.hpp"
#include "flowdsl/flow_head.hpp"

namespace flowc::dsl {

/// Reads a document that holds `flow` or `module`, with the defaults that hold for it filled in; `definitions` and
/// `siblings` are for the reader of the whole file to set.
FlowHead read_flow_head(SyntaxTree& tree, Node document, const Defaults& defaults, const CompileOptions& options,
                        Diagnostics& diagnostics);

}  // namespace flowc::dsl
