#pragma once

#include <vector>

#include "linting/linted_file.hpp"

namespace flowc::cli {

/// Where all flows of a project were checked, what it allows in a file that is not among them is of no use.
void report_idle_allowances(const ProjectFile& project, const std::vector<LintedFile>& files, Diagnostics& found);

}  // namespace flowc::cli
