#include "environment_file.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "output.hpp"
#include "read_input.hpp"

namespace flowc::cli {

namespace fs = std::filesystem;

namespace {

/// The names of the folder's JSON files, sorted: the same inventory on every machine.
std::vector<std::string> json_files(const std::string& folder, std::error_code& error) {
    std::vector<std::string> names;
    for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator(); at.increment(error))
        if (at->path().extension() == ".json") names.push_back(at->path().native());
    std::sort(names.begin(), names.end());
    return names;
}

EnvironmentFile read_folder(const std::string& folder, Sources& sources, Diagnostics& diagnostics,
                            const std::function<std::string(const std::string&)>& refuse) {
    EnvironmentFile result;
    std::error_code error;
    const std::vector<std::string> names = json_files(folder, error);
    if (error || names.empty()) {
        result.unreadable = folder;
        result.why = error ? "cannot be read: " + reason(error)
                           : "is a folder without a JSON file of what `aws connect list-…` prints";
        return result;
    }
    std::vector<std::string> texts;
    for (const std::string& name : names) {
        InputText input;
        if (refuse) input.problem = refuse(fs::path{name}.filename().native());
        if (input.problem.empty()) input = read_input({name, true, false});
        if (!input.problem.empty()) {
            result.unreadable = name;
            result.why = input.problem;
            return result;
        }
        texts.push_back(std::move(input.text));
    }
    std::vector<Input> inputs;
    for (std::size_t i = 0; i < names.size(); ++i) inputs.push_back({names[i], texts[i]});
    result.environment = read_inventory(folder, inputs, sources, diagnostics);
    return result;
}

}  // namespace

EnvironmentFile read_environment_file(const std::string& path, Sources& sources, Diagnostics& diagnostics,
                                      const std::function<std::string(const std::string& file)>& refuse) {
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) return read_folder(path, sources, diagnostics, refuse);
    EnvironmentFile result;
    const InputText input = read_input({path, true, path == "-"});
    if (!input.problem.empty()) {
        result.unreadable = path;
        result.why = input.problem;
        return result;
    }
    result.environment = read_environment({path, input.text}, sources, diagnostics);
    return result;
}

}  // namespace flowc::cli
