#pragma once

#include "flowc/diagnostic.hpp"
#include "flowc/flow.hpp"

namespace flowc {

/// Tells findings of one flow what they speak of: the flow, the action whose text they stand in, and the way from the
/// action to the place. Spans are those of the flow's own text.
void name_subjects(const Flow& flow, std::vector<Diagnostic>& findings);

}  // namespace flowc
