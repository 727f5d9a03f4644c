#pragma once

#include <string_view>

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// Whether a text that is written as it stands has a `{reference}` in it.
bool holds_reference(std::string_view text);
/// Reports `{reference}` in a name, which is written as it stands.
void refuse_reference(Node name, Diagnostics& diagnostics);

}  // namespace flowc::dsl
