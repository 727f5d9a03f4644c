#include "input/project_path.hpp"

#include <filesystem>

#include "output/output.hpp"

namespace flowc::cli {

namespace fs = std::filesystem;

namespace {

fs::path real_path(const fs::path& path, std::error_code& failure) {
    return fs::weakly_canonical(fs::absolute(path, failure), failure);
}

fs::path real_path(const fs::path& path) {
    std::error_code failure;
    return real_path(path, failure);
}

/// As it was written where that is the same file, for behind a link `..` leads elsewhere than it looks.
std::string name_of(const fs::path& path, const fs::path& real) {
    const fs::path plain = path.lexically_normal();
    return real_path(plain) == real ? plain.native() : real.native();
}

}  // namespace

std::string project_folder(const std::string& file) {
    std::error_code failure;
    const fs::path own = real_path(file).parent_path();
    for (const char* sign : {"flowc.yaml", ".git"})
        for (fs::path folder = own;; folder = folder.parent_path()) {
            if (fs::exists(fs::symlink_status(folder / sign, failure))) return folder.string();
            if (folder == folder.parent_path()) break;
        }
    return own.string();
}

ProjectPath path_in_project(std::string_view written, const std::string& from) {
    const fs::path relative{written};
    if (relative.is_absolute()) return {{}, {}, "a path begins at the file it stands in, not at `/`"};
    if (written.find('\0') != std::string_view::npos) return {{}, {}, "no file has a NUL in its name"};
    const fs::path path = fs::path{from}.parent_path() / relative;
    std::error_code failure;
    const fs::path real = real_path(path, failure);
    if (failure) return {{}, {}, reason(failure)};
    const fs::path inside = real.lexically_relative(project_folder(from));
    if (inside.empty() || *inside.begin() == "..")
        return {{}, {}, "it lies outside the project; copy it into the project"};
    const fs::file_status status = fs::status(real, failure);
    // A pipe or a device has no end that could be waited for.
    if (fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status))
        return {{}, {}, "it is neither a file nor a folder"};
    return {name_of(path, real), real.native(), {}};
}

}  // namespace flowc::cli
