#pragma once

#include "flowc/diagnostic.hpp"

/// What the language's own stages report.
namespace flowc::rules {

#define FLOWC_LANGUAGE_RULE(name) extern const RuleInfo name;
#include "flowdsl/rules.def"
#undef FLOWC_LANGUAGE_RULE

}  // namespace flowc::rules
