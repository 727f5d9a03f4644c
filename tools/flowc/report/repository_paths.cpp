#include "repository_paths.hpp"

#include <cstdlib>

namespace flowc::cli {

namespace fs = std::filesystem;

namespace {

/// `<stdin>`, or an option that something is wrong with.
bool is_no_file(const std::string& name) {
    std::error_code failure;
    return (name.starts_with('<') || name.starts_with("--")) && !fs::exists(fs::symlink_status(name, failure));
}

/// The ways to a file: where its folder really is, and, where that may lie elsewhere, as it was named. A link is itself, for so
/// it stands in the repository.
std::vector<fs::path> ways_to(const std::string& name) {
    std::vector<fs::path> ways;
    std::error_code failure;
    const fs::path absolute = fs::absolute(name, failure);
    if (failure) return ways;
    const fs::path folder = fs::canonical(absolute.parent_path(), failure);
    if (!failure) ways.push_back(folder / absolute.filename());
    if (name.find("..") == std::string::npos) ways.push_back(absolute.lexically_normal());
    return ways;
}

}  // namespace

RepositoryPaths::RepositoryPaths() {
    std::error_code failure;
    for (const char* variable : {"GITHUB_WORKSPACE", "CI_PROJECT_DIR"}) {
        const char* folder = std::getenv(variable);
        if (!folder || !fs::path(folder).is_absolute()) continue;
        fs::path root = fs::canonical(folder, failure);
        if (!failure && fs::is_directory(root, failure)) roots_.push_back(std::move(root));
    }
    fs::path here = fs::current_path(failure);
    if (!failure) roots_.push_back(std::move(here));
}

const std::string& RepositoryPaths::of(const std::string& name) {
    const auto [place, is_new] = known_.try_emplace(name);
    if (is_new) place->second = find(name);
    return place->second;
}

std::string RepositoryPaths::find(const std::string& name) const {
    if (is_no_file(name)) return name;
    const std::vector<fs::path> ways = ways_to(name);
    for (const fs::path& root : roots_)
        for (const fs::path& way : ways) {
            const fs::path below = way.lexically_relative(root);
            if (!below.empty() && *below.begin() != "..") return below.generic_string();
        }
    return name;
}

}  // namespace flowc::cli
