#include <algorithm>
#include <vector>

#include "lint/lint.hpp"
#include "syntax/read.hpp"
#include "tests/promises/promises.hpp"
#include "tests/promises/read_back.hpp"
#include "tests/promises/sound.hpp"

namespace flowc::promises {

namespace {

/// One run of `compile`, with what it gave.
struct Run {
    Run(std::string_view text, const CompileOptions& options)
        : result(compile({"text.flow.yaml", text}, sources, options)), found(shown(result.diagnostics, sources)) {}

    std::string emitted() const {
        std::string all;
        for (const CompiledFlow& compiled : result.flows) {
            for (const Target target : {Target::content, Target::export_}) all += emit(compiled.flow, target);
        }
        return all;
    }

    Sources sources;
    CompileResult result;
    std::string found;
};

/// The document that a span of the text stands in.
Node document_of(Span span, const SyntaxTree& tree) {
    // What is missing at the end of a document stands behind its last node.
    Node found;
    for (const NodeId root : tree.roots())
        if (span.begin >= tree.node(root).span().begin) found = tree.node(root);
    return found;
}

/// A text gives a flow for each document that is one, or an error says why not.
std::string both_or_neither(const Run& run, std::string_view text) {
    Sources sources;
    Diagnostics unsaid;
    const SourceFile& file = sources.file(sources.add("text.flow.yaml", text));
    const SyntaxTree tree = read_yaml(file, unsaid);
    std::size_t flows = 0;
    for (const NodeId root : tree.roots()) {
        const Node document = tree.node(root);
        flows += document.find_key("flow") || document.find_key("module") ? 1 : 0;
    }
    const bool errors = run.result.diagnostics.has_errors();
    if (run.result.flows.empty() && flows > 0 && !errors) return "a flow is neither compiled nor has it an error";
    if (!errors && run.result.flows.size() != flows) return "some flows are neither compiled nor have they an error";
    for (const CompiledFlow& compiled : run.result.flows) {
        const Node document = document_of(compiled.flow.name_span, tree);
        if (!document) return "a compiled flow has no place";
        for (const Diagnostic& item : run.result.diagnostics.items()) {
            if (item.severity != Severity::error) continue;
            const Node faulty = document_of(item.span, tree);
            if (!faulty || faulty.id() == document.id())
                return "a flow is compiled in spite of an error: " + item.message;
        }
    }
    return {};
}

/// `check` finds what `compile` finds, but for its rules of what the service takes and callers suffer.
std::string checked_alike(const Run& run, std::string_view text, const CompileOptions& options) {
    if (!options.environment && !options.resolver) return {};  // then `check` does not mind names, and `compile` does
    CheckOptions check_options;
    check_options.compile = options;
    for (const RuleInfo* rule : all_rules())
        if (lint::has(*rule)) check_options.lint.rules.set(*rule, Level::off);
    Sources sources;
    const std::string found = shown(check({"text.flow.yaml", text}, sources, check_options).diagnostics, sources);
    if (found == run.found) return {};
    return "`check` finds something else than `compile`:\n" + found + "instead of:\n" + run.found;
}

}  // namespace

std::string compiling(std::string_view text, const CompileOptions& options) {
    const Run run(text, options);
    if (std::string fault = fault_in(run.result.diagnostics, run.sources); !fault.empty()) return fault;
    if (std::string fault = both_or_neither(run, text); !fault.empty()) return fault;
    const Run again(text, options);
    if (again.found != run.found) return "compiling twice finds other things";
    if (again.emitted() != run.emitted()) return "compiling twice gives other bytes";
    if (std::string fault = checked_alike(run, text, options); !fault.empty()) return fault;
    for (const CompiledFlow& compiled : run.result.flows) {
        for (const Action& action : compiled.flow.actions) {
            if (action.identifier.empty() || action.identifier.size() > 200)
                return "an identifier is empty or too long: " + std::string{action.identifier};
        }
        if (std::string fault = fault_read_back(compiled.flow); !fault.empty()) return fault;
    }
    return {};
}

}  // namespace flowc::promises
