#pragma once

#include <functional>

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// Takes out the warnings that a comment `# flowc: allow <rule> <reason>` silences: those of its own
/// line, or, where it stands alone, those of the step below it. Errors cannot be silenced. A comment
/// without a reason, and one that silences nothing, become warnings themselves; a rule that was not `asked` may still have
/// something to say where it is.
void apply_allows(const SourceFile& file, const SyntaxTree& tree, const std::function<bool(const RuleInfo&)>& asked,
                  Diagnostics& diagnostics);

}  // namespace flowc::dsl
