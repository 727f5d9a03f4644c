#pragma once

#include <string_view>

#include "flowc/syntax.hpp"

namespace flowc {

/// Reads the YAML that people write: block and flow collections, scalars of one line, block scalars, spaces and line feeds.
/// False where the text holds anything else or has a fault; `tree` is of no use then, and libyaml has to read it. What is
/// read here is what libyaml gives, at several times the speed. `text` lies at `offset`, is UTF-8 and holds no NUL.
bool read_common_yaml(std::string_view text, std::uint32_t offset, SyntaxTree& tree);

}  // namespace flowc
