#pragma once

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// Refuses tags, anchors and aliases, each with what to use instead.
void refuse_yaml_features(const SyntaxTree& tree, Diagnostics& diagnostics);

}  // namespace flowc::dsl
