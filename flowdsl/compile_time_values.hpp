#pragma once

#include "flowc/compile.hpp"

namespace flowc::dsl {

/// Replaces `${name}` in every scalar below `root`: by the environment's `vars`, else by the file's own.
/// `$${` stays, as a literal `${` for the texts. A name that neither gives is reported.
void fill_compile_time_values(SyntaxTree& tree, NodeId root, const Environment* environment, Node own,
                              Diagnostics& diagnostics);

}  // namespace flowc::dsl
