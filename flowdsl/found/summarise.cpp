#include <algorithm>

#include "flow_set/summary.hpp"
#include "flowc/compile.hpp"
#include "flowdsl/lowering/lowered_file.hpp"
#include "flowdsl/words/resource_word.hpp"
#include "forms/find_flows.hpp"
#include "forms/read_flow_json.hpp"
#include "forms/recognise.hpp"
#include "ir/read_flow.hpp"

namespace flowc {

namespace {

/// The file of a disk that a text was read from, or found in.
const SourceFile& outermost(const Sources& sources, FileId file) {
    const std::uint32_t base = sources.file(file).base();
    return sources.file_of(sources.outermost({base, base + 1}));
}

/// Makes spans count from the beginning of the file that the flow was found in.
class FromTheBeginning {
  public:
    FromTheBeginning(const Sources& sources, const SourceFile& file) : sources_(sources), whole_(file.whole()) {}

    void shift(FlowSummary& flow) const {
        for (auto& write : flow.writes) shift(write.span);
        if (flow.contract) {
            for (auto& field : flow.contract->accepts) shift(field.span);
            for (auto& field : flow.contract->produces) shift(field.span);
            for (auto& result : flow.contract->results) shift(result.span);
        }
        for (auto& comparison : flow.comparisons) {
            shift(comparison.span);
            for (auto& branch : comparison.branches) shift(branch.span);
        }
    }

  private:
    void shift(Span& span) const {
        const Span outside = sources_.outermost(span);
        const bool inside = whole_.holds(outside);
        span = inside ? Span{outside.begin - whole_.begin, outside.end - whole_.begin} : Span{};
    }

    const Sources& sources_;
    Span whole_;
};

/// What the name of a flow becomes where another flow names it.
void add_references(FlowSummary& flow, const CompileOptions& options) {
    const ResourceKind kind = flow.type == FlowType::module ? ResourceKind::module : ResourceKind::flow;
    if (flow.name.empty()) return;
    flow.references.push_back("<<" + std::string(dsl::word_for(kind)) + ":" + flow.name + ">>");
    if (options.environment) {
        const auto of_kind = options.environment->arns.find(kind);
        if (of_kind == options.environment->arns.end()) return;
        const auto arn = of_kind->second.find(flow.name);
        if (arn != of_kind->second.end()) flow.references.push_back(arn->second);
    } else if (options.resolver) {
        if (const auto arn = options.resolver(kind, flow.name)) flow.references.push_back(*arn);
    }
}

/// What findings in other files show of this one are branches that compare.
void keep_text(const SourceFile& file, FileSummary& summary) {
    if (std::any_of(summary.flows.begin(), summary.flows.end(),
                    [](const FlowSummary& flow) { return !flow.comparisons.empty(); }))
        summary.text = file.text();
}

/// The summary of a flow read from JSON; its tree is given back.
void add_flow(SyntaxTree& tree, FlowText text, const CheckOptions& options, FileSummary& summary) {
    if (tree.roots().empty()) {
        summary.whole = false;
        return;
    }
    const NodeId root = tree.roots().front();
    const Form form = form_of_keys(tree.node(root));
    if (form == Form::legacy_export || form == Form::states) {
        summary.whole = false;
        return;
    }
    Flow flow = read_flow(std::move(tree), root, options.type);
    if (!text.name.empty()) flow.name = text.name;
    if (text.type != FlowType::unknown) {
        flow.type = text.type;
        flow.type_source = TypeSource::file;
    }
    summary.whole = summary.whole && !flow.is_open;
    FlowSummary& added = summary.flows.emplace_back(summary_of(flow));
    added.contract = std::move(text.contract);
    added.references = std::move(text.references);
    added.references_in_file = std::move(text.references_in_file);
    tree = std::move(flow.tree);
}

/// Of a file in the language, whose flows are kept for when the document is checked.
FileSummary summarise_dsl(Document& document, Sources& sources, const CheckOptions& options) {
    const SourceFile& file = sources.file(document.file);
    FileSummary summary;
    summary.file = file.name();
    document.lowered = dsl::lowered(std::move(document), sources, options);
    dsl::LoweredFile& lowered = *document.lowered;
    summary.whole = lowered.sound() && !lowered.tree().roots().empty();
    const FromTheBeginning spans(sources, file);
    for (std::size_t i = 0; i < lowered.program().flows.size(); ++i) {
        const dsl::LoweredFlow* const flow = lowered.lower(i);
        // A faulty flow is left out, and nobody knows what it would have done.
        if (!flow || !lowered.is_compiled(*flow)) {
            summary.whole = false;
            continue;
        }
        FlowSummary& added = summary.flows.emplace_back(summary_of(flow->compiled.flow));
        if (added.type == FlowType::module) added.contract = flow->compiled.flow.contract;
        spans.shift(added);
        add_references(summary.flows.back(), options.compile);
    }
    keep_text(file, summary);
    return summary;
}

}  // namespace

FileSummary summarise(Document& document, Sources& sources, const CheckOptions& options) {
    const SourceFile& file = sources.file(document.file);
    if (document.form == Form::dsl) return summarise_dsl(document, sources, options);
    FileSummary summary;
    summary.file = file.name();
    summary.whole = !document.diagnostics.has_errors();
    Diagnostics unsaid;
    if (document.form == Form::content && document.json) {
        FlowText text;
        text.file = document.file;
        add_flow(document.tree, std::move(text), options, summary);
    } else {
        for (FlowText& text : find_flows(document, sources, unsaid)) {
            SyntaxTree tree = read_flow_json(text.file, sources, text.is_template, unsaid);
            add_flow(tree, std::move(text), options, summary);
        }
    }
    summary.whole = summary.whole && !unsaid.has_errors();
    const SourceFile& outer = outermost(sources, document.file);
    const FromTheBeginning spans(sources, outer);
    for (FlowSummary& flow : summary.flows) {
        spans.shift(flow);
        add_references(flow, options.compile);
    }
    keep_text(outer, summary);
    return summary;
}

FileSummary summarise(const Input& input, const CheckOptions& options) {
    Sources sources;
    Document document = read(input, sources);
    return summarise(document, sources, options);
}

}  // namespace flowc
