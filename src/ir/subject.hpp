#pragma once

#include "flowc/diagnostic.hpp"
#include "flowc/flow.hpp"

namespace flowc {

/// Says of a finding that it speaks of this action: definitions put several actions of one text into a flow.
Diagnostic& about(const Action& action, Diagnostic& finding);

/// Tells findings of one flow what they speak of: the flow, the action whose text they stand in, and the way from the
/// action to the place. Spans are those of the flow's own text. What says its action already keeps it.
void name_subjects(const Flow& flow, std::vector<Diagnostic>& findings);

}  // namespace flowc
