#pragma once

#include <span>
#include <string_view>

#include "explain/page.hpp"

namespace flowc::cli {

/// The sections of LANGUAGE.md, each with its heading. Made when flowc is built.
std::span<const std::string_view> language_sections();

/// The section under `### verb`, which verbs may share; empty where there is none.
std::string_view language_section(std::string_view verb);

/// A section's heading, without the mark before it.
std::string_view heading_of(std::string_view section);

/// Whether a section has a table that says what an option does.
bool tells_of(std::string_view section, std::string_view option);

/// Prints a section without its heading, as text for a terminal.
void print_section(Page& page, std::string_view section);

}  // namespace flowc::cli
