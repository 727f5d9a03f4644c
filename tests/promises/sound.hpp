#pragma once

#include <string>

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc::promises {

/// What is wrong with a tree that was read from `file`: every span lies in the file, children in their parent and one
/// behind the other, each node in one document, and values are UTF-8. Empty: nothing.
std::string fault_in(const SyntaxTree& tree, const SourceFile& file);

/// What is wrong with findings: each has a rule, a message, and places within one file, and can be shown.
std::string fault_in(const Diagnostics& found, const Sources& sources);

/// Findings as people read them, to be compared.
std::string shown(const Diagnostics& found, const Sources& sources);

}  // namespace flowc::promises
