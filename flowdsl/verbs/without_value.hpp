#pragma once

#include <string>

#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

/// Reports a value behind a verb that takes none.
inline void expect_no_value(StepContext& step) {
    const Node value = step.value();
    if (!value || (value.is_scalar() && value.text().empty())) return;
    step.error(rules::bad_value, value.span(),
               "`" + std::string{step.verb().name} + "` takes no value; write its options on the lines below it");
}

}  // namespace flowc::dsl
