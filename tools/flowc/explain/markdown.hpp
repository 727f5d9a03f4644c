#pragma once

#include <string_view>

#include "explain/page.hpp"

namespace flowc::cli {

/// Prints Markdown as our documents write it as text for a terminal: examples byte for byte, paragraphs as wide as any other
/// page, the rows of a table as sentences.
void print_markdown(Page& page, std::string_view text, std::size_t indent = 0);

}  // namespace flowc::cli
