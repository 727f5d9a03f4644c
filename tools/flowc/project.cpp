#include "project.hpp"

#include <filesystem>

#include "include_file.hpp"
#include "read_input.hpp"

namespace flowc::cli {

namespace fs = std::filesystem;

namespace {

/// The path as messages show it: from here, where that is shorter.
std::string shown(const fs::path& path) {
    std::error_code failure;
    const fs::path near = fs::proximate(path, failure);
    return failure || near.native().size() >= path.native().size() ? path.native() : near.native();
}

std::unique_ptr<ProjectFile> read(const std::string& folder) {
    auto project = std::make_unique<ProjectFile>();
    project->folder = folder;
    std::error_code failure;
    const fs::path file = fs::path{folder} / "flowc.yaml";
    if (!fs::exists(file, failure)) return project;
    project->name = shown(file);
    InputText input = read_input({project->name, true, false});
    if (!input.problem.empty()) {
        project->unreadable = project->name;
        project->why = input.problem;
        return project;
    }
    project->text = std::move(input.text);
    project->project = read_project({project->name, project->text}, project->sources, project->diagnostics);
    if (project->project.environment.empty()) return project;
    const std::string environment = shown(fs::path{folder} / project->project.environment);
    input = read_input({environment, true, false});
    if (!input.problem.empty()) {
        project->unreadable = environment;
        project->why = input.problem;
        return project;
    }
    project->environment = read_environment({environment, input.text}, project->sources, project->diagnostics);
    project->has_environment = true;
    project->diagnostics.sort();
    return project;
}

}  // namespace

const ProjectFile& Projects::of(const std::string& path) {
    const std::string folder = project_folder(path);
    auto& project = by_folder_[folder];
    if (!project) project = read(folder);
    return *project;
}

std::vector<std::string> Projects::named_or_default(const std::vector<std::string>& inputs) {
    if (!inputs.empty()) return inputs;
    const ProjectFile& project = of("flowc.yaml");
    std::vector<std::string> flows;
    for (const std::string& each : project.project.flows) flows.push_back(shown(fs::path{project.folder} / each));
    return flows;
}

void add_project(const ProjectFile& project, const Input& file, CompileOptions& options) {
    options.include = include_file;
    if (!project.sound()) return;
    if (!project.name.empty()) options.project = &file;
    if (!options.environment && project.has_environment) options.environment = &project.environment;
}

}  // namespace flowc::cli
