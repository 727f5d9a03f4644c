#pragma once

#include "flowc/compile.hpp"
#include "flowc/syntax.hpp"

namespace flowc {

/// What a JSON document is, judged by its keys: content, wrapper, legacy_export, states, template_ or other.
Form recognise_json(Node root);

}  // namespace flowc
