#include "flowdsl/c_abi/files.hpp"

#include <filesystem>
#include <vector>

#include "diagnostics/suggest.hpp"

namespace flowc::c_abi {

std::string path_from(std::string_view path, std::string_view from) {
    namespace fs = std::filesystem;
    return (fs::path{from}.parent_path() / path).lexically_normal().string();
}

std::string is_not_in(const Texts& files, std::string_view path) {
    constexpr std::size_t few = 100;  // each of a thousand wrong names would be compared with each of a thousand files
    std::vector<std::string_view> names;
    if (files.size() <= few)
        for (const auto& [name, text] : files) names.push_back(name);
    const std::string_view near = nearest(path, names);
    return quote(path) + " is not in `files`; " +
           (near.empty() ? "put its text there" : "did you mean " + quote(near) + "?");
}

IncludedFile include_from(const Texts& files, std::string_view own, std::string_view path, std::string_view from,
                          const std::optional<std::string>& project) {
    namespace fs = std::filesystem;
    IncludedFile file;
    if (fs::path{path}.is_absolute()) {
        file.failure = "a path begins at the file it stands in, not at `/`";
        return file;
    }
    file.name = path_from(path, from);
    if (project) {
        const fs::path inside = fs::path{file.name}.lexically_relative(fs::path{*project}.parent_path());
        if (inside.empty() || *inside.begin() == "..") {
            file.failure = "it lies outside the project; copy it into the project";
            return file;
        }
    }
    if (const auto found = files.find(file.name); found != files.end()) file.text = found->second;
    else file.failure = is_not_in(files, file.name);
    if (file.name == path_from(own, "")) file.name = own;
    return file;
}

}  // namespace flowc::c_abi
