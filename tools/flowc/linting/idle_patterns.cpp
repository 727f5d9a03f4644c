#include "linting/idle_patterns.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "input/walk.hpp"

namespace flowc::cli {

namespace {

/// The files that a pattern of a project can speak of.
class PathsOfProject {
  public:
    PathsOfProject(const ProjectFile& project, const std::vector<LintedFile>& files) : project_(project) {
        for (const LintedFile& file : files)
            if (file.project == &project && !file.skipped) checked_.push_back(file.path);
    }

    bool has_one_for(const PathPattern& pattern) {
        const auto fits = [&](const std::string& path) { return path_matches(pattern.text, path); };
        std::error_code failure;
        return std::any_of(checked_.begin(), checked_.end(), fits) ||
               std::filesystem::exists(project_.folder + "/" + pattern.text, failure) ||
               std::any_of(beside().begin(), beside().end(), fits);
    }

  private:
    /// What lies in the folder of the project and was not checked: it may be named some other time. Nearly no run asks.
    const std::vector<std::string>& beside() {
        if (!beside_) {
            beside_.emplace();
            for (const InputPath& file : find_inputs({project_.folder}).files)
                beside_->push_back(path_from(project_, file));
        }
        return *beside_;
    }

    const ProjectFile& project_;
    std::vector<std::string> checked_;
    std::optional<std::vector<std::string>> beside_;
};

}  // namespace

void report_idle_patterns(const ProjectFile& project, const std::vector<LintedFile>& files, Diagnostics& found) {
    PathsOfProject paths(project, files);
    // What several projects extend speaks of the files of all of them.
    const auto is_idle = [&](const PathPattern& pattern) {
        return project.sources.file_of(pattern.span).name() == project.name && !paths.has_one_for(pattern);
    };
    for (const PathSettings& settings : project.project.lint.paths)
        for (const PathPattern& pattern : settings.files)
            if (is_idle(pattern))
                found.report(*find_rule("unmatched-pattern"), pattern.span,
                             "`" + pattern.text + "` fits no file of the project; correct it, or remove it");
    for (const Allowance& allowance : project.project.lint.allowed)
        if (is_idle(allowance.files))
            found.report(
                *find_rule("unused-allow"), allowance.files.span,
                "no flow of the project has the path `" + allowance.files.text + "`; correct it, or remove this entry");
}

}  // namespace flowc::cli
