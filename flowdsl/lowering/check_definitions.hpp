#pragma once

#include <vector>

#include "flowc/compile.hpp"
#include "flowdsl/document/definition.hpp"
#include "flowdsl/document/known_flows.hpp"

namespace flowc::dsl {

/// Reports what is wrong with the definitions of a file that no flow of it uses, whatever their arguments may be and
/// whatever flow they come to stand in. `uses` are those of the file's flows.
void check_unused_definitions(const Definitions& definitions, const std::vector<Use>& uses, const SourceFile& file,
                              const KnownFlows& flows, const CompileOptions& options, Sources& sources,
                              Diagnostics& diagnostics);

}  // namespace flowc::dsl
