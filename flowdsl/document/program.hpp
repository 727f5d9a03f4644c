#pragma once

#include <deque>
#include <vector>

#include "flowdsl/document/flow_head.hpp"

namespace flowc::dsl {

/// The flows of one `*.flow.yaml`, each with the defaults that hold for it.
struct Program {
    std::vector<FlowHead> flows;
    Definitions definitions;
    std::deque<SyntaxTree> included;  ///< the files that `include` names, with their trees
};

/// Reads the documents of `tree`, which was read from `file`, and of the files that it includes into `program`.
/// Compile-time values (`${name}`) are filled into the trees first.
void read_program(Program& program, SyntaxTree& tree, const SourceFile& file, Sources& sources,
                  const CompileOptions& options, Diagnostics& diagnostics);

}  // namespace flowc::dsl
