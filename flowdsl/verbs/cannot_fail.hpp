#pragma once

#include <string>

#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

/// Reports `on_error` where one form of a verb has no error branch, though others have.
inline void refuse_on_error(StepContext& step, std::string_view form) {
    if (!step.has_on_error()) return;
    step.on_error();
    step.error(rules::unknown_option, step.option("on_error").span(),
               "`" + std::string{form} + "` cannot fail: the service has no error branch for it; remove `on_error`");
}

}  // namespace flowc::dsl
