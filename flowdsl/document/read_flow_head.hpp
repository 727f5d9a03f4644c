#pragma once

#include "flowdsl/document/defaults.hpp"
#include "flowdsl/document/flow_head.hpp"

namespace flowc::dsl {

/// Reads a document that holds `flow` or `module`, with the defaults that hold for it filled in; `definitions` is
/// for the reader of the whole file to set.
FlowHead read_flow_head(SyntaxTree& tree, Node document, Defaults& defaults, CompileTimeValues& values,
                        Diagnostics& diagnostics);

/// Reads the part of such a document that other files have to know: kind, name, inputs and contract, as they stand.
FlowHead read_flow_interface(Node document, Diagnostics& diagnostics);

}  // namespace flowc::dsl
