#include "input/include_file.hpp"

#include <filesystem>

#include "input/project_path.hpp"
#include "input/read_input.hpp"

namespace flowc::cli {

IncludedFile IncludeFile::operator()(std::string_view path, std::string_view from) {
    // Nearly no file includes another one, and to ask who a file is takes a call to the system for each folder above it.
    if (names_.empty()) {
        std::error_code failure;
        const std::filesystem::path real = std::filesystem::canonical(main_, failure);
        if (!failure) names_.emplace(real.native(), main_);
    }
    const ProjectPath found = path_in_project(path, std::string{from});
    if (!found.failure.empty()) return {{}, {}, found.failure};
    const auto [known, is_new] = names_.emplace(found.real, found.name);
    if (!is_new) return {known->second, {}, {}};
    InputText input = read_input({found.name, true, false});
    if (!input.problem.empty()) names_.erase(known);  // whoever includes it again is told again
    return {found.name, std::move(input.text), std::move(input.why)};
}

}  // namespace flowc::cli
