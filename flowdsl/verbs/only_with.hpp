#pragma once

#include <initializer_list>
#include <string>

#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

/// Reports options that say nothing in the form in which the verb stands here; `form` is the one they belong to.
inline void only_with(StepContext& step, std::string_view form, std::initializer_list<std::string_view> options) {
    for (const std::string_view name : options)
        if (const Node option = step.option(name))
            step.error(rules::conflicting_options, option.span().empty() ? step.span() : option.span(),
                       "`" + std::string{name} + "` says something only with `" + std::string{form} + "`; remove it");
}

}  // namespace flowc::dsl
