#pragma once

#include <vector>

#include "flowc/source.hpp"
#include "flowc/syntax.hpp"

namespace flowc {

/// A comment of a YAML text, from its `#` to the end of the line.
struct Comment {
    Span span;
    NodeId behind = no_node;  ///< the last scalar that is written before it
};

/// The comments of a YAML text, in order. `tree` must be what was read from `file`: a `#` inside a
/// scalar is no comment.
std::vector<Comment> find_comments(const SourceFile& file, const SyntaxTree& tree);

/// Comments that probably are the rest of a text: exactly one space stands between them and an
/// unquoted scalar. Whoever means a comment writes two.
std::vector<Span> cut_texts(const SourceFile& file, const SyntaxTree& tree);

}  // namespace flowc
