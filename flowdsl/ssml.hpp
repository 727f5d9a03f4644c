#pragma once

#include <string_view>

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// Checks markup that an author wrote out: it is well-formed, its root is `speak`, and the service
/// knows its tags. Markup that is not well-formed cannot be spoken and is an error; what the service
/// passes over is a warning. References may stand in texts and in the values of attributes.
void check_ssml(std::string_view ssml, Span span, Diagnostics& diagnostics);
/// The same for a scalar.
void check_ssml(Node scalar, Diagnostics& diagnostics);

}  // namespace flowc::dsl
