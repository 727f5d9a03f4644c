#pragma once

#include "flowc/syntax.hpp"
#include "flowdsl/words/reference.hpp"

namespace flowc::dsl {

/// Whether a scalar is one value that is known only when the call runs, or from outside: `{Category}`, `$.Attributes.x`, `${name}`.
inline bool is_run_time_value(Node node) {
    const std::string_view text = node.text();
    if (text.starts_with("${") || is_path(text)) return true;
    return text.size() > 2 && text.front() == '{' && text.find_first_of("{}", 1) == text.size() - 1;
}

}  // namespace flowc::dsl
