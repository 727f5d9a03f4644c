#pragma once

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc {

/// Reads JSON as `read_json` does, and JSON that some later step fills in: a placeholder without quotes is read as a
/// text, which every check takes for a value that nobody can tell yet. `file` becomes the text that the tree was read
/// from. `is_template`: that is what placeholders are for here; else the first of them is told.
SyntaxTree read_flow_json(FileId& file, Sources& sources, bool is_template, Diagnostics& diagnostics);

}  // namespace flowc
