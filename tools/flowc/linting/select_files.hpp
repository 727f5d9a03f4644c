#pragma once

#include "input/project.hpp"
#include "input/walk.hpp"
#include "linting/lint_options.hpp"

namespace flowc::cli {

/// What a run works on: the arguments, the file that standard input stands for, or what has changed among the arguments.
Walk select_files(const LintOptions& options, Projects& projects);

}  // namespace flowc::cli
