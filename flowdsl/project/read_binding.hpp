#pragma once

#include <optional>

#include "flowc/compile.hpp"

namespace flowc::dsl {

/// `arn`, `external`, `attributes` or `{placeholder: pattern}`; reports anything else.
std::optional<Binding> read_binding(Node node, Diagnostics& diagnostics);

}  // namespace flowc::dsl
