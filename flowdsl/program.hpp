#pragma once

#include <vector>

#include "flowdsl/flow_head.hpp"

namespace flowc::dsl {

/// The flows of one `*.flow.yaml`, each with the defaults that hold for it.
struct Program {
    std::vector<FlowHead> flows;
};

/// Reads the documents of a stream. Compile-time values (`${name}`) are filled into `tree` first.
Program read_program(SyntaxTree& tree, const CompileOptions& options, Diagnostics& diagnostics);

/// `arn`, `external`, `attributes` or `{placeholder: pattern}`; reports anything else.
std::optional<Binding> read_binding(Node node, Diagnostics& diagnostics);

}  // namespace flowc::dsl
