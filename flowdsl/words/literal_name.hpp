#pragma once

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// Reports `{reference}` in a name, which is written as it stands.
void refuse_reference(Node name, Diagnostics& diagnostics);

}  // namespace flowc::dsl
