#include "linting/unused_allowances.hpp"

namespace flowc::cli {

void report_unused_allowances(const ProjectFile& project, const std::vector<LintedFile>& files, bool all,
                              Diagnostics& found) {
    std::vector<std::vector<AllowanceUse>> uses;
    for (const LintedFile& file : files)
        if (file.project == &project && !file.allowed.empty()) uses.push_back(file.allowed);
    report_unused_allowances(project.project.lint, uses, all, found);
}

}  // namespace flowc::cli
