#include "linting/patch_folder.hpp"

#include <filesystem>

#include "system/run_program.hpp"

namespace flowc::cli {

namespace {

namespace fs = std::filesystem;

/// Links followed as far as the path leads to something: a text of standard input may have the name of no file.
fs::path real(const fs::path& path) {
    std::error_code error;
    const fs::path whole = fs::absolute(path, error);
    fs::path found = error ? path : fs::weakly_canonical(whole, error);
    return error ? whole : found;
}

}  // namespace

PatchFolder::PatchFolder() {
    const fs::path here = real(".");
    top_ = here.lexically_normal().native();
    ProgramRun where = run_program({"git", "rev-parse", "--show-toplevel"});
    if (!where.good()) return;
    while (where.output.ends_with('\n')) where.output.pop_back();
    if (where.output.empty()) return;
    is_repository_ = true;
    top_ = real(where.output).native();
    const fs::path below = here.lexically_relative(top_);
    if (below != "." && !below.empty()) here_ = (below / "").native();
}

std::optional<std::string> PatchFolder::path_to(const std::string& file) const {
    const fs::path path = real(file).lexically_relative(top_);
    if (path.empty() || *path.begin() == "..") return std::nullopt;
    return path.native();
}

std::string PatchFolder::words() const {
    return is_repository_ ? "the repository `" + top_ + "`" : "the current folder";
}

}  // namespace flowc::cli
