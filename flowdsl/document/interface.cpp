#include "flowc/interface.hpp"

#include <algorithm>

#include "flowc/compile.hpp"
#include "flowdsl/document/known_flows.hpp"
#include "flowdsl/document/program.hpp"
#include "flowdsl/document/read_flow_head.hpp"
#include "syntax/read.hpp"

namespace flowc {

namespace {

/// Spans that count from the beginning of their file, whatever stands before it in the sources.
class FromTheBeginning {
  public:
    explicit FromTheBeginning(const SourceFile& file) : file_(file) {}

    /// A word that came with an included file's defaults has no place in this one.
    void shift(Span& span) const {
        const Span whole = file_.whole();
        const bool inside = whole.holds(span);
        span = inside ? Span{span.begin - whole.begin, span.end - whole.begin} : Span{};
    }
    void shift(FlowInterface& flow) const {
        shift(flow.name_span);
        for (auto& input : flow.inputs) shift(input.span);
        for (auto& field : flow.contract.accepts) shift(field.span);
        for (auto& field : flow.contract.produces) shift(field.span);
        for (auto& result : flow.contract.results) shift(result.span);
    }

  private:
    const SourceFile& file_;
};

/// As the reader of flow files tells documents apart.
bool is_flow(Node document) {
    for (const std::string_view other : {"defaults", "define", "include"})
        if (document.find_key(other)) return false;
    return document.find_key("flow") || document.find_key("module");
}

/// Whether a word that others have to know is only known when compile-time values are.
bool holds_values(const dsl::FlowHead& head) {
    const auto holds = [](std::string_view text) { return text.find("${") != std::string_view::npos; };
    const auto any = [&](const auto& fields) {
        return std::any_of(fields.begin(), fields.end(), [&](const auto& field) { return holds(field.name); });
    };
    return holds(head.name) || holds(head.document.find("type").text()) || any(head.contract.accepts) ||
           any(head.contract.produces) || any(head.contract.results) ||
           std::any_of(head.inputs.begin(), head.inputs.end(), [&](Node input) { return holds(input.text()); });
}

FileInterface interface_of(const std::vector<dsl::FlowHead>& heads, const SourceFile& file) {
    FileInterface interface;
    interface.file = file.name();
    const FromTheBeginning spans{file};
    for (const dsl::FlowHead& head : heads)
        if (!head.name.empty()) spans.shift(interface.flows.emplace_back(dsl::interface_of(head)));
    if (!interface.flows.empty()) interface.text = file.text();
    return interface;
}

}  // namespace

FileInterface read_interface(const Document& document, const Sources& sources, const CompileOptions& options) {
    const SourceFile& file = sources.file(document.file);
    Diagnostics unsaid;
    std::vector<dsl::FlowHead> heads;
    for (const NodeId root : document.tree.roots()) {
        const Node node = document.tree.node(root);
        if (is_flow(node)) heads.push_back(dsl::read_flow_interface(node, unsaid));
    }
    // What `${name}` stands for can come from everywhere: such a file is read as if it were compiled.
    if (std::any_of(heads.begin(), heads.end(), holds_values))
        return read_interface({file.name(), file.text()}, options);
    return interface_of(heads, file);
}

FileInterface read_interface(const Input& input, const CompileOptions& options) {
    Sources sources;
    Diagnostics unsaid;
    const SourceFile& file = sources.file(sources.add(input.name, input.text));
    SyntaxTree tree = read_yaml(file, unsaid);
    dsl::Program program;
    dsl::read_program(program, tree, file, sources, options, unsaid);
    return interface_of(program.flows, file);
}

ProjectFlows::ProjectFlows(std::vector<FileInterface> files, bool one_instance)
    : files_(std::move(files)), one_instance_(one_instance) {
    for (const FileInterface& file : files_)
        for (const FlowInterface& flow : file.flows) flows_.push_back({&file, &flow});
    std::stable_sort(flows_.begin(), flows_.end(),
                     [](const Entry& a, const Entry& b) { return a.flow->name < b.flow->name; });
}

}  // namespace flowc
