#pragma once

#include "flowc/compile.hpp"
#include "flowc/syntax.hpp"
#include "forms/search.hpp"

namespace flowc {

/// What a document is, judged by its keys: content, legacy_export, states or other.
Form form_of_keys(Node root);

/// What a JSON or YAML text is, judged by its keys and by the flows inside: anything but a `*.flow.yaml`. `found` receives
/// what stands below each root that had to be searched for them.
Form recognise(const SyntaxTree& tree, std::vector<FoundFlows>& found);

/// What a text that is no JSON or YAML was probably meant to be.
Form recognise_broken(std::string_view text);

}  // namespace flowc
