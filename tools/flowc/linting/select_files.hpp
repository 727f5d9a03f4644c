#pragma once

#include "input/project.hpp"
#include "input/walk.hpp"
#include "linting/lint_options.hpp"

namespace flowc::cli {

/// What a run works on: the arguments, the file that standard input stands for, or what has changed among the arguments;
/// `problem` is why that is not known, where it is not.
Walk select_files(const LintOptions& options, Projects& projects, std::string& problem);

}  // namespace flowc::cli
