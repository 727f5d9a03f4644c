#pragma once

#include <vector>

#include "flowdsl/document/known_flows.hpp"

namespace flowc::dsl {

/// A resource that nothing gives an ARN for, and the uses of definitions that lead to the place of its name.
struct UnresolvedName {
    Resource resource;
    std::vector<flowc::Label> uses;
};

/// One error that lists every name that nothing gives an ARN for, at the first of them, each with what may be known of it:
/// a flow of the project, which has an ARN as soon as it has been created once; a name of another kind; a near name.
void report_unresolved(const std::vector<UnresolvedName>& unresolved, const Environment* environment,
                       const KnownFlows& flows, Diagnostics& diagnostics);

}  // namespace flowc::dsl
