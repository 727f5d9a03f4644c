#pragma once

#include "flowc/compile.hpp"
#include "flowc/syntax.hpp"

namespace flowc {

/// What a document is, judged by its keys: content, legacy_export, states or other.
Form form_of_keys(Node root);

/// What a JSON or YAML text is, judged by its keys and by the flows inside: anything but a `*.flow.yaml`.
Form recognise(const SyntaxTree& tree);

/// What a text that is no JSON or YAML was probably meant to be.
Form recognise_broken(std::string_view text);

}  // namespace flowc
