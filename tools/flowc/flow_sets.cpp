#include "flow_sets.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_set>

#include "parallel.hpp"
#include "read_input.hpp"

namespace flowc::cli {

namespace {

/// Files of one key know each other.
std::string key_of(const InputPath& path, const ProjectFile& project) {
    return project.name.empty() ? "found in " + path.root : "project " + project.folder;
}

/// A file of a set, before and after it is read.
struct File {
    const ProjectFile* project;
    std::string name;
    const FlowSets::Member* member;  ///< null: not of this run, and still to be read
    FileInterface interface;
    std::string problem{};  ///< it could not be read
};

/// The project's flow files that are not among those of the run.
std::vector<File> others(const ProjectFile& project, const std::unordered_set<std::string>& members,
                         std::vector<Unreadable>& unreadable) {
    std::vector<File> files;
    Walk walk = find_inputs(project.flows);
    for (const InputPath& path : walk.files)
        if (members.count(identity(path.name)) == 0) files.push_back({&project, path.name, nullptr, {}});
    std::move(walk.unreadable.begin(), walk.unreadable.end(), std::back_inserter(unreadable));
    return files;
}

}  // namespace

void FlowSets::read(const std::vector<Member>& members, const ProjectFile* whole, unsigned jobs,
                    const ReadInterface& read_interface) {
    std::map<std::string, std::vector<File>> sets;
    std::map<const ProjectFile*, std::unordered_set<std::string>> with_others;
    for (const Member& member : members)
        if (member.project != whole && !member.project->flows.empty())
            with_others[member.project].insert(identity(member.path->name));
    // Those that were not named stand first, so that a fault between two files is told in one that was.
    for (const auto& [project, known] : with_others) sets[key_of({}, *project)] = others(*project, known, unreadable_);
    for (const Member& member : members)
        sets[key_of(*member.path, *member.project)].push_back({member.project, member.path->name, &member, {}});

    std::vector<File*> work;
    for (auto& [key, files] : sets)
        if (files.size() > 1)
            for (File& file : files) work.push_back(&file);
    parallel(jobs, work.size(), [&](std::size_t i) {
        File& file = *work[i];
        if (file.member) {
            file.interface = read_interface(*file.member->document, *file.member->sources, *file.project);
            return;
        }
        const InputText input = read_input({file.name, false, false});
        file.problem = input.problem;
        if (!file.problem.empty()) return;
        Sources sources;
        const Document document = flowc::read({file.name, input.text}, sources);
        if (document.form == Form::dsl) file.interface = read_interface(document, sources, *file.project);
    });
    for (const File* file : work)
        if (!file->problem.empty()) unreadable_.push_back({file->name, file->problem});
    for (auto& [key, files] : sets) {
        if (files.size() < 2) continue;
        std::vector<FileInterface> interfaces;
        for (File& file : files) interfaces.push_back(std::move(file.interface));
        sets_.emplace(key, ProjectFlows{std::move(interfaces), !files.front().project->name.empty()});
    }
}

const ProjectFlows* FlowSets::of(const InputPath& path, const ProjectFile& project) const {
    const auto set = sets_.find(key_of(path, project));
    return set == sets_.end() ? nullptr : &set->second;
}

}  // namespace flowc::cli
