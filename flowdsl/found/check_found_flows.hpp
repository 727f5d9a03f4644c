#pragma once

#include "flowc/compile.hpp"

namespace flowc::dsl {

/// Runs every check over the flows of a document that is no `*.flow.yaml`, in whatever form they stand there. All
/// places are in the file as it is on the disk.
CheckResult check_found_flows(Document document, Sources& sources, const CheckOptions& options);

}  // namespace flowc::dsl
