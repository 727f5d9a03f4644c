#pragma once

#include <string>

#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

/// Whether the service can store a value under this name; reports where it cannot.
inline bool is_attribute_name(StepContext& step, Node name) {
    if (name.is_scalar() && !name.text().empty() && name.text().find_first_of("$.") == std::string_view::npos)
        return true;
    step.error(rules::bad_value, name.span().empty() ? step.span() : name.span(),
               name.is_scalar() && !name.text().empty() ? "an attribute's name holds neither `$` nor `.`, and " +
                                                              quote(name.text()) + " does; name it otherwise"
                                                        : "an attribute needs a name");
    return false;
}

}  // namespace flowc::dsl
