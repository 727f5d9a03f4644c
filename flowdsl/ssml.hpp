#pragma once

#include <string_view>

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// Checks markup that an author wrote out. What cannot be spoken is an error, what the service passes over a warning.
void check_ssml(std::string_view ssml, Span span, Diagnostics& diagnostics);
/// The same for a scalar.
void check_ssml(Node scalar, Diagnostics& diagnostics);

}  // namespace flowc::dsl
