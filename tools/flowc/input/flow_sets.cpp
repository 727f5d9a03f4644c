#include "input/flow_sets.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "input/read_input.hpp"
#include "output/output_folder.hpp"
#include "system/parallel.hpp"

namespace flowc::cli {

namespace {

/// Files of one key know each other.
std::string key_of(const InputPath& path, const ProjectFile& project) {
    return project.name.empty() ? "found in " + path.root : "project " + project.folder;
}

}  // namespace

/// Adds the flow files in `where` that are not among `known`; gives those that could not be read.
std::vector<Unreadable> FlowSets::add_others(Set& set, const ProjectFile& project,
                                             const std::vector<std::string>& where,
                                             const std::unordered_set<std::string>& known, bool with_json,
                                             unsigned jobs) {
    Walk walk = find_inputs(where);
    if (!project.flows.empty()) keep_inside(walk, project.folder);
    const std::size_t first = set.others.size();
    for (const InputPath& path : walk.files) {
        if (known.count(identity(path)) != 0) continue;
        // What is no YAML holds no flow that another one could name.
        if (!with_json && path.name.ends_with(".json")) continue;
        set.others.push_back(std::make_unique<Other>());
        set.others.back()->name = path.name;
    }
    parallel(jobs, set.others.size() - first, [&](std::size_t i) {
        Other& other = *set.others[first + i];
        const InputText input = read_input({other.name, false, false});
        other.problem = input.problem;
        if (other.problem.empty()) other.document = flowc::read({other.name, input.text}, other.sources);
    });
    for (std::size_t i = first; i < set.others.size(); ++i) {
        Other& other = *set.others[i];
        if (other.problem.empty()) set.files.push_back({&project, other.name, &other.document, &other.sources, false});
        else walk.unreadable.push_back({other.name, other.problem});
    }
    set.whole = walk.unreadable.empty();
    return std::move(walk.unreadable);
}

void FlowSets::read(const std::vector<Member>& members, const ProjectFile* whole, bool with_json, unsigned jobs,
                    const ReadInterface& read_interface, bool one_instance) {
    std::map<const ProjectFile*, std::unordered_set<std::string>> with_others;
    for (const Member& member : members)
        if (member.project != whole && !member.project->name.empty())
            with_others[member.project].insert(identity(member.path->name));
    for (const auto& [project, known] : with_others) {
        std::vector<Unreadable> missing =
            add_others(sets_[key_of({}, *project)], *project, project->places(), known, with_json, jobs);
        // Nobody said that a project's whole folder is to be read.
        if (!project->flows.empty()) std::move(missing.begin(), missing.end(), std::back_inserter(unreadable_));
    }
    for (const Member& member : members) {
        Set& set = sets_[key_of(*member.path, *member.project)];
        set.files.push_back(
            {member.project, member.path->name, member.document, member.sources, !member.path->only_context});
        // Without a project what was found in one folder belongs together; of files that were named nobody knows.
        if (member.project == whole || (member.project->name.empty() && !member.path->root.empty())) set.whole = true;
    }

    struct Work {
        const File* file;
        FileInterface interface;
    };
    std::vector<Work> work;
    for (const auto& [key, set] : sets_)
        for (const File& file : set.files)
            if (set.files.size() > 1 && file.document->form == Form::dsl) work.push_back({&file, {}});
    parallel(jobs, work.size(), [&](std::size_t i) {
        const File& file = *work[i].file;
        work[i].interface = read_interface(*file.document, *file.sources, *file.project);
    });
    auto next = work.begin();
    for (auto& [key, set] : sets_) {
        std::vector<FileInterface> interfaces;
        for (const File& file : set.files)
            if (next != work.end() && next->file == &file) {
                set.products.add(next->interface);
                if (file.worked_on) set.worked_on.add(next->interface);
                interfaces.push_back(std::move((next++)->interface));
            }
        if (interfaces.size() > 1)
            set.flows.emplace(std::move(interfaces), one_instance || !set.files.front().project->name.empty());
    }
}

void FlowSets::summarise(unsigned jobs, bool incomplete, const Summarise& summarise) {
    struct Work {
        const File* file;
        const ProjectFlows* flows;
        FileSummary summary;
    };
    std::vector<Work> work;
    for (const auto& [key, set] : sets_)
        for (const File& file : set.files)
            if (file.document->form != Form::other) work.push_back({&file, set.flows ? &*set.flows : nullptr, {}});
    parallel(jobs, work.size(), [&](std::size_t i) {
        const File& file = *work[i].file;
        work[i].summary = summarise(*file.document, *file.sources, *file.project, work[i].flows);
    });
    auto next = work.begin();
    for (auto& [key, set] : sets_) {
        std::vector<FileSummary> summaries;
        const Products& products = set.products;
        for (const File& file : set.files) {
            if (next == work.end() || next->file != &file) continue;
            FileSummary& summary = (next++)->summary;
            const auto is_product = [&](const FlowSummary& flow) { return products.hold(flow.name, file.name); };
            const bool had_flows = !summary.flows.empty();
            if (file.document->form != Form::dsl) std::erase_if(summary.flows, is_product);
            if (!had_flows || !summary.flows.empty() || !summary.whole) summaries.push_back(std::move(summary));
        }
        set.summaries.emplace(std::move(summaries), set.whole && !incomplete);
        set.others.clear();
        set.files.clear();
    }
}

const ProjectFlows* FlowSets::of(const InputPath& path, const ProjectFile& project) const {
    const auto set = sets_.find(key_of(path, project));
    return set == sets_.end() || !set->second.flows ? nullptr : &*set->second.flows;
}

bool FlowSets::is_compiled(const InputPath& path, const ProjectFile& project, std::string_view flow) const {
    const auto set = sets_.find(key_of(path, project));
    return set != sets_.end() && set->second.worked_on.hold(flow, path.name);
}

void FlowSets::Products::add(const FileInterface& source) {
    for (const FlowInterface& flow : source.flows) {
        flows.insert(flow.name);
        files.insert(output_name(flow.name));
    }
}

bool FlowSets::Products::hold(std::string_view flow, const std::string& file) const {
    if (flows.empty()) return false;
    return flow.empty() ? files.count(std::filesystem::path(file).filename().native()) != 0 : flows.count(flow) != 0;
}

const FlowSet* FlowSets::set_of(const InputPath& path, const ProjectFile& project) const {
    const auto set = sets_.find(key_of(path, project));
    return set == sets_.end() || !set->second.summaries ? nullptr : &*set->second.summaries;
}

}  // namespace flowc::cli
