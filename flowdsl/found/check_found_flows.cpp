#include "flowdsl/found/check_found_flows.hpp"

#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "flowdsl/found/check_contract.hpp"
#include "flowdsl/found/prove_fixes.hpp"
#include "flowdsl/found/read_found_flows.hpp"
#include "forms/find_flows.hpp"
#include "forms/recognise.hpp"
#include "ir/analysis.hpp"
#include "ir/infer_type.hpp"
#include "ir/read_flow.hpp"
#include "ir/subject.hpp"
#include "lint/lint.hpp"
#include "rules/rule.hpp"
#include "syntax/text_rules.hpp"

namespace flowc::dsl {

namespace {

/// The flow in a text, with what is said around it, which counts more than what it says itself.
Flow flow_of(SyntaxTree tree, const FlowText& text, const CheckOptions& options) {
    const NodeId root = tree.roots().front();
    Flow flow = read_flow(std::move(tree), root, options.type);
    flow.is_template = text.is_template;
    if (!text.name.empty()) flow.name = text.name;
    if (text.type != FlowType::unknown) {
        flow.type = text.type;
        flow.type_source = TypeSource::file;
    }
    if (flow.type == FlowType::unknown) {
        flow.type = infer_type(flow);
        flow.type_source = TypeSource::actions;
    }
    return flow;
}

void show_outside(Diagnostics& diagnostics, const Sources& sources) {
    for (Diagnostic& finding : diagnostics.items()) {
        finding.span = sources.outermost(finding.span);
        for (Label& label : finding.labels) label.span = sources.outermost(label.span);
    }
}

/// Takes out what was found in a value whose key stands twice: which of the two counts is for the author to say.
void drop_repeated(const Flow& flow, const Diagnostics& read, Diagnostics& found) {
    std::set<std::uint32_t> keys;
    for (const Diagnostic& finding : read.items()) {
        if (finding.rule != &rules::duplicate_key) continue;
        keys.insert(finding.span.begin);
        for (const Label& label : finding.labels) keys.insert(label.span.begin);
    }
    if (keys.empty() || found.items().empty()) return;
    std::map<std::uint32_t, std::uint32_t> values;  // from where to where
    for (NodeId id = 0; id < flow.tree.size(); ++id)
        for (const auto [key, value] : flow.node(id).entries())
            if (keys.count(key.span().begin) != 0) values.emplace(value.span().begin, value.span().end);
    std::erase_if(found.items(), [&](const Diagnostic& finding) {
        const auto behind = values.upper_bound(finding.span.begin);
        return behind != values.begin() && finding.span.end <= std::prev(behind)->second;
    });
}

void check_flow(Flow flow, const Contract* contract, const SourceFile& text, const CheckOptions& options,
                const lint::OtherFlows& others, CheckResult& result) {
    Diagnostics found;
    found.keep(options.compile.most_findings);
    const Analysis graph(flow);
    const bool lints = lint::any_on(options.lint);
    rules::Ways ways(flow);
    rules::run(flow, graph, found, &text, lints ? &ways : nullptr);
    check_contract(flow, contract, others, found);
    if (lints) lint::run(flow, graph, ways, options.lint, others, found);
    drop_repeated(flow, result.diagnostics, found);
    name_subjects(flow, found.items());
    result.diagnostics.add(std::move(found));
    result.flows.push_back(std::move(flow));
}

}  // namespace

CheckResult check_found_flows(Document document, Sources& sources, const CheckOptions& options) {
    CheckResult result;
    Diagnostics& diagnostics = result.diagnostics;
    diagnostics = std::move(document.diagnostics);
    diagnostics.keep(options.compile.most_findings);
    std::vector<ReadFlow> flows = read_found_flows(document, sources, diagnostics);
    const lint::OtherFlows others(options.compile.set, sources);
    std::vector<FileId> texts;
    for (auto& [text, tree] : flows) {
        texts.push_back(text.file);
        if (tree.roots().empty()) continue;
        const Node root = tree.node(tree.roots().front());
        const Form form = form_of_keys(root);
        if (form == Form::legacy_export || form == Form::states)
            diagnostics.report(rules::unsupported_form, {root.span().begin, root.span().begin + 1}, refusal(form));
        else
            check_flow(flow_of(std::move(tree), text, options), text.contract ? &*text.contract : nullptr,
                       sources.file(text.file), options, others, result);
    }
    if (texts.empty() && diagnostics.items().empty() && document.form == Form::other) {
        const SourceFile& file = sources.file(document.file);
        const bool is_empty = file.text().find_first_not_of(" \t\r\n") == std::string_view::npos;
        diagnostics.report(rules::unsupported_form, {file.base(), file.base()},
                           is_empty ? "this file is empty; a flow is a Flow-language document, or YAML with `flow: "
                                      "Name` and `start:`, a list of steps"
                                    : refusal(Form::other));
    }
    prove_fixes(diagnostics, sources, texts);
    show_outside(diagnostics, sources);
    return result;
}

}  // namespace flowc::dsl
