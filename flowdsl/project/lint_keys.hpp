#pragma once

#include <span>

#include "flowc/diagnostic.hpp"
#include "flowc/project_lint.hpp"
#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// The keys of a project file that speak of checking.
std::span<const std::string_view> lint_keys();

/// Reads them behind what `lint` holds already, so that they win.
void read_lint_keys(Node project, ProjectLint& lint, Diagnostics& diagnostics);

}  // namespace flowc::dsl
