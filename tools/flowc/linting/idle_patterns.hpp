#pragma once

#include <vector>

#include "linting/linted_file.hpp"

namespace flowc::cli {

/// Where all flows of a project were checked: the patterns of its file that fit none of its files, and are of no use.
void report_idle_patterns(const ProjectFile& project, const std::vector<LintedFile>& files, Diagnostics& found);

}  // namespace flowc::cli
