#pragma once

#include <vector>

#include "linting/linted_file.hpp"

namespace flowc::cli {

/// Reports what a project allows and no file needs. Where `all` its flows were checked, that may be said of what fits many files,
/// too.
void report_unused_allowances(const ProjectFile& project, const std::vector<LintedFile>& files, bool all,
                              Diagnostics& found);

}  // namespace flowc::cli
