#pragma once

#include <span>
#include <string_view>

namespace flowc::cli {

/// The sections of LANGUAGE.md, each with its heading. Made when flowc is built.
std::span<const std::string_view> language_sections();

/// The section under `### verb`, which verbs may share; empty where there is none.
std::string_view language_section(std::string_view verb);

}  // namespace flowc::cli
