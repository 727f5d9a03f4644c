#pragma once

#include <string_view>

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc {

/// Reads YAML of every kind with libyaml into `tree`, and reports an error of text. `text` lies at `offset`, is UTF-8 and
/// holds no NUL.
void read_any_yaml(std::string_view text, std::uint32_t offset, SyntaxTree& tree, Diagnostics& diagnostics);

}  // namespace flowc
