#pragma once

#include "lint/lint.hpp"
#include "speech/ssml.hpp"

namespace flowc::lint {

/// All that is wrong with the markup of the flow's reachable actions. What the flow language has written is checked where
/// it is read, and what arrives at run time, or by a template, cannot be.
std::vector<MarkupFault> find_markup_faults(const Flow& flow, const Texts& texts, const Sources& sources,
                                            const std::vector<Value>& values);

/// Reports under `rule` what is wrong in that way.
void report_markup(const Lint& lint, const RuleInfo& rule, speech::SsmlFault fault);

}  // namespace flowc::lint
