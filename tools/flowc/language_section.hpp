#pragma once

#include <span>
#include <string_view>

#include "page.hpp"

namespace flowc::cli {

/// The sections of LANGUAGE.md, each with its heading. Made when flowc is built.
std::span<const std::string_view> language_sections();

/// The section under `### verb`, which verbs may share; empty where there is none.
std::string_view language_section(std::string_view verb);

/// Prints a section without its heading, as text for a terminal.
void print_section(Page& page, std::string_view section);

}  // namespace flowc::cli
