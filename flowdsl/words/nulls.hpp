#pragma once

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// Whether a plain `null` or `~` stands there.
bool is_null(Node node);

/// To every reader of YAML a plain `null` or `~` says that nothing stands there. In JSON data it is JSON's `null`; behind a verb
/// that takes no value, `hangup:`, it becomes nothing; everywhere else it is refused, the same as by the published schema. Keys
/// are words whatever they are.
void refuse_nulls(SyntaxTree& tree, Diagnostics& diagnostics);
/// Makes nothing of each of them, for the readers of files that are no flows: they say by themselves what is missing.
void empty_nulls(SyntaxTree& tree);

}  // namespace flowc::dsl
