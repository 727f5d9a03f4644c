#pragma once

#include <vector>

#include "flowc/compile.hpp"
#include "forms/flow_text.hpp"

namespace flowc::dsl {

/// A flow of a document that is no `*.flow.yaml`, as a text of its own and as what was read of it.
struct ReadFlow {
    FlowText text;
    SyntaxTree tree;  ///< empty after an error of text
};

/// Reads the flows of a document in its order. The document's own tree is used up.
std::vector<ReadFlow> read_found_flows(Document& document, Sources& sources, Diagnostics& diagnostics);

}  // namespace flowc::dsl
