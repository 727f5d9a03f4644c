#include "input/changed_files.hpp"

#include <algorithm>
#include <filesystem>

#include "input/walk.hpp"
#include "output/output.hpp"
#include "system/run_program.hpp"

namespace flowc::cli {

namespace {

ProgramRun git(std::vector<std::string> words) {
    words.insert(words.begin(), "git");
    return run_program(words);
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

/// What git said, without its own name for a failure.
std::string said(const ProgramRun& run) {
    if (run.failure) return "git cannot be run: " + reason(run.failure);
    std::string line = first_line(run.error);
    for (const std::string_view begin : {"fatal: ", "error: "})
        if (line.starts_with(begin)) line.erase(0, begin.size());
    return "git says: " + (line.empty() ? "exit code " + std::to_string(run.exit) : line);
}

/// Why a revision is not found.
std::string unknown_revision(const std::string& top, const std::string& revision) {
    const std::string text = "`" + revision + "` is no commit of this repository";
    const bool shallow = git({"-C", top, "rev-parse", "--is-shallow-repository"}).output.starts_with("true");
    return text +
           (shallow ? ", which is a shallow clone; fetch more of it, with `git fetch --unshallow` all of it" : "");
}

/// Paths that each end with a NUL, below `top`.
void add(const std::string& top, std::string_view paths, std::set<std::string>& files) {
    while (!paths.empty()) {
        const std::size_t end = std::min(paths.find('\0'), paths.size());
        files.insert(identity((std::filesystem::path(top) / paths.substr(0, end)).native()));
        paths.remove_prefix(std::min(end + 1, paths.size()));
    }
}

}  // namespace

ChangedFiles changed_since(const std::string& revision, const std::string& named) {
    ChangedFiles changed;
    ProgramRun where = git({"rev-parse", "--show-toplevel"});
    if (!where.good() && !where.failure && !named.empty()) {
        std::error_code failure;
        const std::filesystem::path path(named);
        const std::string folder = std::filesystem::is_directory(path, failure) ? named : path.parent_path().native();
        if (!folder.empty()) where = git({"-C", folder, "rev-parse", "--show-toplevel"});
    }
    if (!where.good()) {
        changed.problem = said(where);
        return changed;
    }
    std::string top = where.output;
    while (top.ends_with('\n')) top.pop_back();
    changed.top = identity(top);
    const ProgramRun commit = git({"-C", top, "rev-parse", "--verify", "--quiet", revision + "^{commit}"});
    if (!commit.good()) {
        changed.problem = commit.failure || !commit.error.empty() ? said(commit) : unknown_revision(top, revision);
        return changed;
    }
    // By its number, which no option looks like; without the renaming, of which only the new name would be wanted.
    const ProgramRun differing = git({"-C", top, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff",
                                      "--diff-filter=d", first_line(commit.output), "--"});
    const ProgramRun untracked = git({"-C", top, "ls-files", "--others", "--exclude-standard", "-z"});
    for (const ProgramRun* run : {&differing, &untracked}) {
        if (!run->good()) changed.problem = said(*run);
        else add(top, run->output, changed.files);
    }
    return changed;
}

}  // namespace flowc::cli
