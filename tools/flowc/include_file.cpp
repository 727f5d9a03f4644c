#include "include_file.hpp"

#include <filesystem>

#include "read_input.hpp"

namespace flowc::cli {

namespace fs = std::filesystem;

std::string project_folder(const std::string& file) {
    std::error_code failure;
    const fs::path absolute = fs::weakly_canonical(fs::absolute(file, failure), failure);
    const fs::path own = absolute.parent_path();
    for (const char* sign : {"flowc.yaml", ".git"})
        for (fs::path folder = own;; folder = folder.parent_path()) {
            if (fs::exists(folder / sign, failure)) return folder.string();
            if (folder == folder.parent_path()) break;
        }
    return own.string();
}

IncludedFile include_file(std::string_view path, std::string_view from) {
    IncludedFile file;
    const fs::path relative{path};
    if (relative.is_absolute()) {
        file.failure = "a path begins at the file it stands in, not at `/`";
        return file;
    }
    std::error_code failure;
    const fs::path named = (fs::path{from}.parent_path() / relative).lexically_normal();
    const fs::path real = fs::weakly_canonical(fs::absolute(named, failure), failure);
    const fs::path project = project_folder(std::string{from});
    const fs::path inside = real.lexically_relative(project);
    if (inside.empty() || *inside.begin() == "..") {
        file.failure = "it lies outside the project; copy it into the project";
        return file;
    }
    file.name = named.string();
    const InputText input = read_input({file.name, true, false});
    file.text = input.text;
    file.failure = input.problem;
    return file;
}

}  // namespace flowc::cli
