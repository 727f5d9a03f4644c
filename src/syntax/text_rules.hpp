#pragma once

#include "flowc/diagnostic.hpp"

/// What the readers report; an error of text ends the reading of its document.
namespace flowc::rules {

extern const RuleInfo duplicate_key;
extern const RuleInfo file_too_large;
extern const RuleInfo invalid_utf8;
extern const RuleInfo json_syntax;
extern const RuleInfo misnamed_flow_type;
extern const RuleInfo nesting_too_deep;
extern const RuleInfo unsupported_form;
extern const RuleInfo yaml_directive;
extern const RuleInfo yaml_syntax;

}  // namespace flowc::rules
