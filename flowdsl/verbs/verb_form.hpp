#pragma once

#include <span>
#include <string>
#include <string_view>

#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

/// One of the things that a verb does, chosen by its value, with the options that say something then.
struct VerbForm {
    std::string_view word;
    std::span<const std::string_view> options;
};

/// The form that the step's value names; reports another word, and options of other forms. Null: there is none,
/// and what the step leads to has been read all the same.
const VerbForm* read_form(StepContext& step, std::span<const VerbForm> forms);

/// Reports an option that a form cannot do without; `example` is what to write.
void expect_option(StepContext& step, const VerbForm& form, std::string_view option, std::string_view example);

}  // namespace flowc::dsl
