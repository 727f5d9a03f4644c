#pragma once

#include "forms/inner_text.hpp"

namespace flowc {

/// Adds the JSON text that CloudFormation's `Fn::ToJsonString` makes of a value. A function in it is a text that nobody
/// can tell yet, or the pattern of a `Fn::Sub`. `json`: how the value is written; else as in YAML.
void add_text_of(InnerText& text, Node value, bool json);

}  // namespace flowc
