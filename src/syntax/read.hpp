#pragma once

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc {

/// How deep collections may nest, in YAML and JSON alike.
inline constexpr std::size_t max_depth = 128;
inline constexpr std::size_t max_json_bytes = 16u << 20;
inline constexpr std::size_t max_yaml_bytes = 1u << 20;
inline constexpr std::size_t max_documents = 500;

/// Reads a YAML stream: every document becomes a root. Tags, anchors and aliases are kept, unexpanded.
/// After an error of text the documents before it stand and the rest is not read; duplicate keys
/// (with both places) are reported and reading goes on.
SyntaxTree read_yaml(const SourceFile& file, Diagnostics& diagnostics);

/// Reads one JSON value and holds every string, number and literal of it to the grammar. After an
/// error of text the tree is empty. A byte-order mark is skipped with a note.
SyntaxTree read_json(const SourceFile& file, Diagnostics& diagnostics);

}  // namespace flowc
