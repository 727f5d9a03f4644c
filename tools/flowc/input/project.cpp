#include "input/project.hpp"

#include <filesystem>

#include "input/environment_file.hpp"
#include "input/include_file.hpp"
#include "input/project_path.hpp"
#include "input/read_input.hpp"
#include "output/output.hpp"

namespace flowc::cli {

namespace fs = std::filesystem;

namespace {

/// The path as messages show it: from here, where that is shorter.
std::string shown(const fs::path& path) {
    std::error_code failure;
    const fs::path near = fs::proximate(path, failure);
    return failure || near.native().size() >= path.native().size() ? path.native() : near.native();
}

/// What the project's file names, as messages show it; empty where that may not be read, which is reported.
std::string inside(ProjectFile& project, const NamedPath& named) {
    ProjectPath found = path_in_project(named.path, (fs::path{project.folder} / "flowc.yaml").native());
    std::error_code failure;
    if (found.failure.empty() && !fs::exists(found.name, failure))
        found.failure = reason(failure ? failure : std::make_error_code(std::errc::no_such_file_or_directory));
    if (found.failure.empty()) return shown(found.name);
    project.diagnostics.report(*find_rule("unresolved-name"), named.span,
                               "`" + named.path + "` cannot be read: " + found.failure);
    return {};
}

void read_environment_of(ProjectFile& project, const fs::path& file) {
    const NamedPath& named = project.project.environment;
    if (named.path.empty()) return;
    const std::string environment = inside(project, named);
    if (environment.empty()) return;
    EnvironmentFile read = read_environment_file(
        environment, named.span, project.sources, project.diagnostics, [&](const std::string& name) {
            const std::string why = path_in_project(named.path + "/" + name, file.native()).failure;
            return why.empty() ? why : "cannot be read: " + why;
        });
    std::error_code failure;
    if (read.unreadable == environment && fs::is_directory(environment, failure)) {
        project.diagnostics.report(*find_rule("unresolved-name"), named.span, "`" + named.path + "` " + read.why);
        return;
    }
    if (!read.unreadable.empty()) {
        project.unreadable = read.unreadable;
        project.why = read.why;
        return;
    }
    project.environment = std::move(read.environment);
    project.has_environment = true;
}

std::unique_ptr<ProjectFile> read_project_file(const std::string& folder, bool with_environment) {
    auto project = std::make_unique<ProjectFile>();
    project->folder = folder;
    std::error_code failure;
    const fs::path file = fs::path{folder} / "flowc.yaml";
    // A link that leads nowhere is a project's file, too: its rules are not off because nobody can read them.
    if (!fs::exists(fs::symlink_status(file, failure))) return project;
    project->name = shown(file);
    InputText input = read_regular_file(project->name);
    if (!input.problem.empty()) {
        project->unreadable = project->name;
        project->why = input.problem;
        return project;
    }
    project->text = std::move(input.text);
    project->project = read_project({project->name, project->text}, project->sources, project->diagnostics,
                                    IncludeFile(project->name));
    for (const NamedPath& each : project->project.flows)
        if (const std::string path = inside(*project, each); !path.empty()) project->flows.push_back(path);
    if (with_environment) read_environment_of(*project, file);
    return project;
}

}  // namespace

std::string path_from(const ProjectFile& project, const InputPath& file) {
    std::error_code failure;
    const fs::path real = file.real.empty() ? fs::absolute(file.name, failure).lexically_normal() : fs::path(file.real);
    const fs::path near = real.lexically_relative(project.folder);
    return near.empty() ? file.name : near.generic_string();
}

bool is_own_file(const ProjectFile& project, const InputPath& file) {
    const std::string path = path_from(project, file);
    if (project.name.empty()) return false;
    if (path == "flowc.yaml") return true;
    if (!project.has_environment) return false;
    const fs::path inside =
        fs::path(path).lexically_relative(fs::path(project.project.environment.path).lexically_normal());
    return !inside.empty() && *inside.begin() != "..";
}

std::vector<std::string> ProjectFile::places() const {
    if (!flows.empty()) return flows;
    const std::string own = fs::path(name).parent_path().native();
    return {own.empty() ? "." : own};
}

const ProjectFile& Projects::of(const InputPath& file) {
    // Files that lie together belong to one project, and finding it asks for two files in each folder above them.
    const std::string_view parent = std::string_view{file.real}.substr(0, file.real.rfind('/') + 1);
    if (const auto known = by_parent_.find(parent); known != by_parent_.end()) return *known->second;
    const std::string folder = project_folder(file.name);
    auto& project = by_folder_[folder];
    if (!project) {
        project = read_project_file(folder, reads_environments_);
        project->diagnostics.sort();
    }
    if (!parent.empty()) by_parent_.emplace(parent, project.get());
    return *project;
}

Walk Projects::named_or_default(const std::vector<std::string>& inputs) {
    if (!inputs.empty()) return find_inputs(inputs);
    const ProjectFile& project = of({"flowc.yaml", true, false});
    Walk walk = find_inputs(project.flows);
    if (!project.flows.empty()) keep_inside(walk, project.folder);
    return walk;
}

const ProjectFile* Projects::worked_on_whole() {
    const ProjectFile& project = of({"flowc.yaml", true, false});
    // In a folder of a project that does not say where its flows are, the run works on those of the folder.
    return project.flows.empty() && project.name.find('/') != std::string::npos ? nullptr : &project;
}

}  // namespace flowc::cli
