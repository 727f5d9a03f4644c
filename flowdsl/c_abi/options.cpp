#include "flowdsl/c_abi/options.hpp"

#include <filesystem>
#include <utility>
#include <vector>

namespace flowc::c_abi {

ProjectFlows Options::read_flows(std::string_view text) const {
    const ProjectFlows none;
    const CompileOptions options = for_compiler(none);
    std::vector<FileInterface> interfaces;
    const std::string own = path_from(file, "");
    for (const auto& [path, beside] : files) {
        if (path == own) continue;
        Sources sources;
        const Document document = read({path, beside}, sources);
        if (document.form == Form::dsl) interfaces.push_back(read_interface(document, sources, options));
    }
    if (interfaces.empty()) return {};
    // The text stands last, so that what is wrong between two files is told in it.
    interfaces.push_back(read_interface({file, text}, options));
    return ProjectFlows(std::move(interfaces), project.has_value());
}

CompileOptions Options::for_compiler(const ProjectFlows& flows) const {
    CompileOptions options;
    if (project) options.project = &*project;
    if (environment) options.environment = &*environment;
    if (!flows.files().empty()) options.flows = &flows;
    options.values = values;
    options.include = [this](std::string_view path, std::string_view from) {
        return include_from(files, file, path, from, project ? std::optional{project->name} : std::nullopt);
    };
    return options;
}

CheckOptions Options::for_checks(const ProjectFlows& flows) const {
    const std::string path = path_in_project();
    CheckOptions options;
    options.type = type != FlowType::unknown ? type : type_for(lint, path);
    options.compile = for_compiler(flows);
    options.lint = settings_for(lint, path);
    return options;
}

std::string Options::path_in_project() const {
    namespace fs = std::filesystem;
    const fs::path folder = project ? fs::path{project->name}.parent_path() : fs::path{};
    return fs::path{file}.lexically_relative(folder).string();
}

}  // namespace flowc::c_abi
