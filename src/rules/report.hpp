#pragma once

#include "flowc/catalogue.hpp"
#include "flowc/diagnostic.hpp"

namespace flowc::rules {

/// How hard a finding may be that rests on such evidence: an error needs a published result of the real service,
/// or AWS's own reference that exports do not contradict.
Severity severity_for(Evidence evidence);

/// Reports a finding that rests on a fact of the catalogue: no harder than the evidence carries, and where that is
/// weak the message says so.
[[gnu::cold]] Diagnostic& report(Diagnostics& diagnostics, const RuleInfo& rule, Evidence evidence, Span span,
                                 std::string message);

/// The weaker of two.
constexpr Evidence weaker(Evidence left, Evidence right) { return left < right ? right : left; }

}  // namespace flowc::rules
