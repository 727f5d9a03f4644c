#pragma once

#include <vector>

#include "flowc/diagnostic.hpp"

namespace flowc::dsl {

/// Writes the fixes of texts inside a file as edits of that file, and drops those that cannot be: what they
/// change, the string or the whole file, is read again with its edits, and has to give the texts that were meant. `texts` are all flows of the file, in its order.
void prove_fixes(Diagnostics& diagnostics, const Sources& sources, const std::vector<FileId>& texts);

}  // namespace flowc::dsl
