#pragma once

#include "lint/lint.hpp"
#include "speech/ssml.hpp"

namespace flowc::lint {

/// Reports under `rule` what is wrong in that way with the markup of the flow's reachable actions. What the flow
/// language has written is checked where it is read.
void report_markup(const Lint& lint, const RuleInfo& rule, speech::SsmlFault fault);

}  // namespace flowc::lint
