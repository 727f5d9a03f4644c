#pragma once

#include <string>

#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

/// Writes where the number to call back is found: the step's value, which must be a reference.
inline void write_callback_reference(StepContext& step, Parameters& parameters) {
    const Node value = step.value();
    const bool is_number = value.is_scalar() && !value.text().empty() &&
                           value.text().find_first_not_of("+0123456789") == std::string_view::npos;
    if (is_number)
        step.error(
            rules::bad_value, value.span(),
            "`" + std::string{step.verb().name} +
                "` takes where the number is found, such as `caller` or `input`, not the number itself; `set` it "
                "as an attribute and name that");
    else if (value && !value.is_scalar())
        step.error(rules::bad_value, value.span(),
                   "`" + std::string{step.verb().name} +
                       "` takes where the number is found, such as `caller` or `input`; the queue that calls back is "
                       "named by `of` of `callback`, or by `queue` before it");
    else parameters.reference("CallbackNumber", value);
}

}  // namespace flowc::dsl
