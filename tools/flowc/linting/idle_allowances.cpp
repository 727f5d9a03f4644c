#include "linting/idle_allowances.hpp"

#include <algorithm>
#include <filesystem>

namespace flowc::cli {

void report_idle_allowances(const ProjectFile& project, const std::vector<LintedFile>& files, Diagnostics& found) {
    for (const Allowance& allowance : project.project.lint.allowed) {
        const bool met = std::any_of(files.begin(), files.end(), [&](const LintedFile& file) {
            return file.project == &project && !file.skipped && path_matches(allowance.files, file.path);
        });
        std::error_code failure;
        if (!met && !std::filesystem::exists(project.folder + "/" + allowance.files, failure))
            found.report(
                *find_rule("unused-allow"), allowance.span,
                "no flow of the project has the path `" + allowance.files + "`; correct it, or remove this entry");
    }
}

}  // namespace flowc::cli
