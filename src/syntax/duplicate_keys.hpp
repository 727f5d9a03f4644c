#pragma once

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc {

/// Reports every key that stood in its mapping before, with the place of the first. Keys are equal
/// when their decoded texts are; keys that are no scalars are not compared.
void report_duplicate_keys(const SyntaxTree& tree, Diagnostics& diagnostics);

}  // namespace flowc
