#include "input/include_file.hpp"

#include <filesystem>

#include "input/project_path.hpp"
#include "input/read_input.hpp"

namespace flowc::cli {

IncludeFile::IncludeFile(const std::string& main) {
    std::error_code failure;
    const std::filesystem::path real = std::filesystem::canonical(main, failure);
    if (!failure) names_.emplace(real.native(), main);
}

IncludedFile IncludeFile::operator()(std::string_view path, std::string_view from) {
    const ProjectPath found = path_in_project(path, std::string{from});
    if (!found.failure.empty()) return {{}, {}, found.failure};
    const auto [known, is_new] = names_.emplace(found.real, found.name);
    if (!is_new) return {known->second, {}, {}};
    InputText input = read_input({found.name, true, false});
    if (!input.problem.empty()) names_.erase(known);  // whoever includes it again is told again
    return {found.name, std::move(input.text), std::move(input.why)};
}

}  // namespace flowc::cli
