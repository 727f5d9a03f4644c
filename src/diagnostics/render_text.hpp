#pragma once

#include <span>
#include <string>

#include "flowc/diagnostic.hpp"

namespace flowc {

/// The same as `render_text` of one finding, beside others: `confidential` are spans of those that keep theirs back, by where they begin.
std::string render_text(const Diagnostic& diagnostic, const Sources& sources, TextStyle style,
                        std::span<const Span> confidential);

}  // namespace flowc
