#include "input/environment_file.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include "input/read_input.hpp"
#include "output/output.hpp"

namespace flowc::cli {

namespace fs = std::filesystem;

namespace {

/// What lies in the folder of an inventory, by name: the same on every machine.
struct Inside {
    std::vector<std::string> files;    ///< JSON, or YAML where the AWS CLI is set to it
    std::vector<std::string> folders;  ///< which are not read, by their last names
};

Inside inside(const std::string& folder, std::error_code& error) {
    Inside found;
    for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator(); at.increment(error)) {
        const fs::path& path = at->path();
        const bool hidden = path.filename().native().starts_with('.');
        std::error_code unknown;
        if (at->is_directory(unknown) && !hidden) found.folders.push_back(path.filename().native());
        else if (path.extension() == ".json" || path.extension() == ".yaml" || path.extension() == ".yml")
            found.files.push_back(path.native());
    }
    std::sort(found.files.begin(), found.files.end());
    std::sort(found.folders.begin(), found.folders.end());
    return found;
}

EnvironmentFile unreadable(const std::string& path, std::string why) { return {{}, path, std::move(why)}; }

EnvironmentFile read_folder(const std::string& folder, Span named, Sources& sources, Diagnostics& diagnostics,
                            const std::function<std::string(const std::string&)>& refuse) {
    std::error_code error;
    const auto [names, folders] = inside(folder, error);
    if (error) return unreadable(folder, "cannot be read: " + reason(error));
    if (names.empty()) return unreadable(folder, "is a folder without a file of what `aws connect list-…` prints");
    std::vector<std::string> texts;
    for (const std::string& name : names) {
        InputText input;
        if (refuse) input.problem = refuse(fs::path{name}.filename().native());
        if (input.problem.empty()) input = read_regular_file(name);
        if (!input.problem.empty()) return unreadable(name, std::move(input.problem));
        texts.push_back(std::move(input.text));
    }
    std::vector<Input> inputs;
    for (std::size_t i = 0; i < names.size(); ++i) inputs.push_back({names[i], texts[i]});
    for (const std::string& name : folders)
        diagnostics
            .report(*find_rule("environment"), named,
                    "the folder `" + name +
                        "` inside of this inventory is not read; put its files beside the others, or move it out")
            .severity = Severity::warning;
    return {read_inventory(folder, inputs, sources, diagnostics), {}, {}};
}

}  // namespace

EnvironmentFile read_environment_file(const std::string& path, Span named, Sources& sources, Diagnostics& diagnostics,
                                      const std::function<std::string(const std::string& file)>& refuse) {
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) return read_folder(path, named, sources, diagnostics, refuse);
    InputText input = read_input({path, true, path == "-"});
    if (!input.problem.empty()) return unreadable(path, std::move(input.problem));
    return {read_environment({path, input.text}, sources, diagnostics), {}, {}};
}

}  // namespace flowc::cli
