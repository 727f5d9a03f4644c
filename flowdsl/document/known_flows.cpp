#include "flowdsl/document/known_flows.hpp"

#include <algorithm>
#include <span>

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"

namespace flowc::dsl {

namespace {

bool is_of(ResourceKind kind, const FlowInterface& flow) {
    return (kind == ResourceKind::module) == (flow.type == FlowType::module);
}

/// All flows of that name in the project.
std::span<const ProjectFlows::Entry> called(const ProjectFlows* project, std::string_view name) {
    if (!project) return {};
    const auto& flows = project->flows();
    // Thousands may have one name, and whoever asks looks at two of them.
    const auto first = std::lower_bound(flows.begin(), flows.end(), name, [](const auto& entry, std::string_view word) {
        return entry.flow->name < word;
    });
    const auto last = std::upper_bound(
        first, flows.end(), name, [](std::string_view word, const auto& entry) { return word < entry.flow->name; });
    return {first, last};
}

}  // namespace

FlowInterface interface_of(const FlowHead& head) {
    FlowInterface interface;
    interface.name = head.name;
    interface.name_span = head.name_span;
    interface.type = head.type;
    for (const Node input : head.inputs) interface.inputs.push_back({std::string{input.text()}, input.span()});
    interface.contract = head.contract;
    return interface;
}

KnownFlows::KnownFlows(const std::vector<FlowHead>& own, std::string_view file, const ProjectFlows* project,
                       Sources& sources)
    : file_(file), project_(project), sources_(sources) {
    own_.reserve(own.size());
    for (const FlowHead& head : own) own_.push_back(interface_of(head));
    const auto by_name = [](const FlowInterface& a, const FlowInterface& b) { return a.name < b.name; };
    if (!std::is_sorted(own_.begin(), own_.end(), by_name)) std::stable_sort(own_.begin(), own_.end(), by_name);
}

KnownFlows::Flow KnownFlows::find(ResourceKind kind, std::string_view name) const {
    auto own = std::lower_bound(own_.begin(), own_.end(), name,
                                [](const FlowInterface& flow, std::string_view word) { return flow.name < word; });
    for (; own != own_.end() && own->name == name; ++own)
        if (is_of(kind, *own)) return Flow{&*own, nullptr};
    Flow found;
    for (const auto& [file, flow] : called(project_, name)) {
        if (file->file == file_ || !is_of(kind, *flow)) continue;
        if (found) return {};
        found = Flow{flow, file};
    }
    return found;
}

std::vector<std::string_view> KnownFlows::names(ResourceKind kind) const {
    std::vector<std::string_view> names;
    for (const FlowInterface& flow : own_)
        if (is_of(kind, flow)) names.push_back(flow.name);
    if (project_)
        for (const auto& [file, flow] : project_->flows())
            if (file->file != file_ && is_of(kind, *flow)) names.push_back(flow->name);
    return names;
}

Span KnownFlows::place(const Flow& flow, Span word) const {
    if (!flow.file) return word;
    const auto at = [&](const SourceFile& file) { return Span{file.base() + word.begin, file.base() + word.end}; };
    for (FileId id = 0; id < sources_.size(); ++id)
        if (sources_.file(id).name() == flow.file->file && sources_.file(id).text() == flow.file->text)
            return at(sources_.file(id));
    return at(sources_.file(sources_.add(flow.file->file, flow.file->text)));
}

void KnownFlows::report_taken(const FlowHead& head, Diagnostics& diagnostics) const {
    if (head.name.empty()) return;
    for (const auto& [file, flow] : called(project_, head.name)) {
        if (file->file == file_) return;  // the others are later ones, and say it
        const bool is_module = flow->type == FlowType::module;
        Diagnostic& found = diagnostics.report(
            rules::duplicate_name, head.name_span,
            std::string{"another file has a "} + (is_module ? "module" : "flow") + " that is called " +
                quote(head.name) +
                (is_module == head.is_module ? ", too; names are unique in an instance, rename one"
                                             : ", and both would be written to one file; rename one"));
        if (!project_->one_instance()) found.severity = Severity::warning;
        found.labels.push_back({place({flow, file}, flow->name_span), "the other one"});
        return;
    }
}

}  // namespace flowc::dsl
