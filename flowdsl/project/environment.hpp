#pragma once

#include "flowc/compile.hpp"

namespace flowc::dsl {

/// Reads what an environment says (`bind`, `vars`, and kind → name → ARN) from a mapping of YAML or JSON, over what
/// `environment` holds already.
void read_environment_map(Node map, Environment& environment, Diagnostics& diagnostics);

}  // namespace flowc::dsl
