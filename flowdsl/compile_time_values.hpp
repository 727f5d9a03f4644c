#pragma once

#include "flowc/compile.hpp"

namespace flowc::dsl {

/// Replaces `${name}` in every scalar below `root`: by `--set`, else by the environment's `vars`, else by the
/// file's own. `$${` stays, as a literal `${` for the texts, and so do the parameters of a definition. A name
/// that nothing gives is reported.
void fill_compile_time_values(SyntaxTree& tree, NodeId root, const CompileOptions& options, Node own,
                              std::span<const Node> params, Diagnostics& diagnostics);

}  // namespace flowc::dsl
