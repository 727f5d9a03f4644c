#pragma once

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// Refuses tags, anchors and aliases, each with what to use instead.
void refuse_yaml_features(const SyntaxTree& tree, Diagnostics& diagnostics);

/// Reports every unquoted text that ends before its author meant it to: at ` #`, at a comma in braces, or as a map.
void report_cut_texts(const SourceFile& file, const SyntaxTree& tree, Diagnostics& diagnostics);

/// Refuses the first text that begins with a no-break space, as those that are copied from a page do: YAML takes it for a letter, and
/// the lines belong together otherwise than they look. True: there is one.
bool refuse_odd_blanks(const SyntaxTree& tree, Diagnostics& diagnostics);

}  // namespace flowc::dsl
