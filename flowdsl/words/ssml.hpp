#pragma once

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// Checks markup that an author wrote out. What cannot be spoken is an error, what the service passes over a warning.
void check_ssml(Node scalar, const Sources& sources, Diagnostics& diagnostics, Severity without_root);

}  // namespace flowc::dsl
