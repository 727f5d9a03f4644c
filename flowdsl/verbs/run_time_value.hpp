#pragma once

#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// Whether a scalar is known only when the call runs, or from outside: `{Category}`, `$.Attributes.x`, `${name}`.
inline bool is_run_time_value(Node node) {
    const std::string_view text = node.text();
    return text.starts_with("$.") || text.starts_with("$[") || text.starts_with("${") ||
           (text.size() > 2 && text.front() == '{' && text.back() == '}');
}

}  // namespace flowc::dsl
