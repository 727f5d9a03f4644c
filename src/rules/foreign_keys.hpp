#pragma once

#include <span>
#include <string_view>

#include "rules/rule.hpp"

namespace flowc::rules {

/// Reports the keys of an object that are none of `known`. `of` names the object in messages. A key that was probably meant as
/// one of `missed`, which the object does not have, is left to whoever misses that.
void report_foreign_keys(Check& check, const RuleInfo& rule, Node object, std::string_view of,
                         std::span<const std::string_view> known, std::span<const std::string_view> missed);

}  // namespace flowc::rules
