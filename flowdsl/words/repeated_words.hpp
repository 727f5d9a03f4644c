#pragma once

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// Reports each word of a list that stood in it before; what is no list has none.
void report_repeated_words(Node list, Diagnostics& diagnostics);

}  // namespace flowc::dsl
