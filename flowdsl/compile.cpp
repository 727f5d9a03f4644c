#include "flowc/compile.hpp"

#include <algorithm>
#include <utility>

#include "emit/document.hpp"
#include "flowdsl/allow.hpp"
#include "flowdsl/check_definitions.hpp"
#include "flowdsl/check_found_flows.hpp"
#include "flowdsl/flow_lowering.hpp"
#include "flowdsl/form.hpp"
#include "flowdsl/known_flows.hpp"
#include "flowdsl/nulls.hpp"
#include "flowdsl/offer_word.hpp"
#include "flowdsl/program.hpp"
#include "flowdsl/relied_on_copies.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/unresolved.hpp"
#include "flowdsl/yaml_features.hpp"
#include "ir/read_flow.hpp"
#include "ir/subject.hpp"
#include "lint/lint.hpp"
#include "rules/content_size.hpp"
#include "rules/rule.hpp"
#include "source/utf8.hpp"
#include "syntax/text_rules.hpp"
#include "syntax/read.hpp"

namespace flowc {

namespace {

using namespace dsl;

/// Defaults and definitions make many steps of few words: 400 flows of the largest size the service takes.
constexpr std::size_t most_steps_of_a_file = 100'000;

/// Rules that speak of more than one action, and so are wrong where a transition is missing.
bool speaks_of_the_graph(const RuleInfo& rule) {
    return &rule == &rules::unreachable_action || &rule == &rules::endless_cycle || &rule == &rules::dangling_transition ||
           &rule == &rules::missing_next_action || &rule == &rules::start_action;
}

/// What the checks of the graph find in a step that was reported already is a consequence, and what
/// they say of the whole graph is only true when every transition leads somewhere.
void check_graph(const Flow& flow, const Analysis& graph, const FlowLowering& lowering, Diagnostics& diagnostics) {
    Diagnostics found;
    rules::run(flow, graph, found);
    Span taken;
    const ApartSpans faulty(lowering.faulty());
    for (Diagnostic& item : found.items()) {
        if (lowering.incomplete() && speaks_of_the_graph(*item.rule)) continue;
        if (lowering.cut_short() && item.rule == &rules::too_many_actions) continue;
        // An id that the environment gives is told where it stands.
        if (item.rule == &rules::wrong_resource && item.severity != Severity::error && lowering.options().environment &&
            lowering.sources().slice(item.span).find("arn:") == std::string_view::npos)
            continue;
        // All actions of two equal steps have equal identifiers: one of them says it.
        if (item.rule == &rules::duplicate_identifier && std::exchange(taken, item.span) == item.span) continue;
        if (!faulty.hold(item.span)) diagnostics.add(std::move(item));
    }
}

/// The content of a compiled flow is held to the service's limit where it can come near it.
void check_size(const Flow& flow, Diagnostics& diagnostics) {
    constexpr std::size_t for_an_action = 200;  // the names of its parts, and its place
    constexpr std::size_t for_a_branch = 80;
    std::size_t most = 0;
    for (const Action& action : flow.actions) most += for_an_action + 2 * action.identifier.size() + action.type_name.size();
    for (const Transition& branch : flow.transitions) most += for_a_branch + branch.target_name.size() + branch.label.size();
    for (NodeId id = 0; id < flow.tree.size(); ++id) most += flow.tree[id].length * 2u + 8;
    constexpr std::size_t near_the_limit = 200'000;
    if (most < near_the_limit) return;
    const std::string content = emit_detail::document(flow, emit_detail::Header::layout_only, emit_detail::JsonWriter::Form::compact);
    rules::check_content_size(utf8::count(content), flow.name_span, diagnostics);
}

/// Whether no flow of another file is known.
bool is_alone(const SourceFile& file, const ProjectFlows* flows) {
    return !flows || std::all_of(flows->flows().begin(), flows->flows().end(), [&](const ProjectFlows::Entry& entry) {
        return entry.file->file == file.name();
    });
}

/// Reads the documents; what is found at a place that has an error already follows from it.
void read_documents(Program& program, SyntaxTree& tree, const SourceFile& file, Sources& sources, const CompileOptions& options,
                    Diagnostics& diagnostics) {
    Diagnostics found;
    read_program(program, tree, file, sources, options, found);
    const ErrorPlaces errors(diagnostics);
    for (Diagnostic& item : found.items())
        if (!errors.at(item.span)) diagnostics.add(std::move(item));
}

/// With `checking` the flows are for that: faulty ones are kept, and the rules of what the service accepts run, too.
CompileResult compile_flows(Document document, Sources& sources, const CompileOptions& options,
                            const CheckOptions* checking) {
    CompileResult result;
    Diagnostics& diagnostics = result.diagnostics;
    diagnostics = std::move(document.diagnostics);
    const SourceFile& file = sources.file(document.file);
    SyntaxTree& tree = document.tree;
    refuse_yaml_features(tree, diagnostics);
    refuse_nulls(tree, diagnostics);
    report_cut_texts(file, tree, diagnostics);
    Program program;
    read_documents(program, tree, file, sources, options, diagnostics);
    if (tree.roots().empty() && !diagnostics.has_errors())
        diagnostics.report(rules::missing_option, {file.base(), file.base()}, "this file is empty; a flow is written as `flow: Name` and `start:`, a list of steps");
    // An error in the text or between the documents is shared by every flow.
    const bool sound = !diagnostics.has_errors();
    const ErrorPlaces errors(diagnostics);
    std::vector<UnresolvedName> unresolved;
    std::vector<Use> uses;
    const KnownFlows known(program.flows, file.name(), options.flows, sources);
    ReliedOnCopies copies;
    const bool any_copies = std::any_of(program.flows.begin(), program.flows.end(), [](const FlowHead& head) {
        return head.binding.mode == Binding::Mode::attributes;
    });
    std::size_t steps = 0;
    result.flows.reserve(program.flows.size());
    for (const FlowHead& head : program.flows) {
        if (steps > most_steps_of_a_file) {
            diagnostics.report(rules::file_too_large, head.name_span,
                               "the flows before this one have more than " + std::to_string(most_steps_of_a_file) +
                                   " steps together, so this one and those behind it are not read; put them into files of their own");
            break;
        }
        Diagnostics own;
        known.report_taken(head, own);
        FlowLowering lowering(head, known, options, Reported(errors, head.document), sources, own);
        CompiledFlow flow = lowering.lower();
        steps += lowering.extent();
        const Analysis& graph = lowering.graph();
        check_graph(flow.flow, graph, lowering, own);
        if (!own.has_errors()) check_size(flow.flow, own);
        if (checking && !lowering.incomplete())
            lint::run(flow.flow, graph, checking->lint, lint::OtherFlows(checking->set, sources), own);
        unresolved.insert(unresolved.end(), lowering.unresolved().begin(), lowering.unresolved().end());
        lowering.label_uses(flow.flow);
        uses.insert(uses.end(), flow.flow.uses.begin(), flow.flow.uses.end());
        if (checking) name_subjects(flow.flow, own.items());
        else for (Diagnostic& item : own.items()) item.subject = {};
        const bool compiled = sound && !own.has_errors() && lowering.unresolved().empty();
        for (Diagnostic& item : own.items()) diagnostics.add(std::move(item));
        if (any_copies) copies.add(head, flow);
        if (compiled || checking) result.flows.push_back(std::move(flow));
    }
    check_unused_definitions(program.definitions, uses, file, known, options, sources, diagnostics);
    // Of other files all has to be known, and of this one, too: a faulty step may have been the one that copies.
    const FlowSet* others = checking ? checking->set : options.set;
    if (any_copies && !diagnostics.has_errors()) {
        if ((others && others->whole()) || is_alone(file, options.flows)) copies.report_missing(others, diagnostics);
        else result.relies_on_others = !others && copies.any();
    }
    Diagnostics names;
    report_unresolved(unresolved, options.environment, known, names);
    for (Diagnostic& item : names.items()) diagnostics.add(std::move(item));
    const auto asked = [&](const RuleInfo& rule) {
        return !lint::has(rule) || (checking && checking->lint.rules.on(rule));
    };
    keep_fixes_of(file, diagnostics);
    apply_allows(file, tree, asked, diagnostics);
    diagnostics.sort();
    return result;
}

}  // namespace

CompileResult compile(Document document, Sources& sources, const CompileOptions& options) {
    return compile_flows(std::move(document), sources, options, nullptr);
}

CompileResult compile(const Input& input, Sources& sources, const CompileOptions& options) {
    // Whoever compiles a text says that it is a flow in the flow language, whatever its name is.
    Document document;
    document.file = sources.add(input.name, input.text);
    document.form = Form::dsl;
    document.tree = read_yaml(sources.file(document.file), document.diagnostics);
    return compile(std::move(document), sources, options);
}

CheckResult check(Document document, Sources& sources, const CheckOptions& options) {
    CheckResult result;
    Diagnostics& diagnostics = result.diagnostics;
    if (document.form == Form::dsl) {
        CompileOptions compile_options = options.compile;
        compile_options.names_may_be_unresolved = !compile_options.environment && !compile_options.resolver;
        CompileResult compiled = compile_flows(std::move(document), sources, compile_options, &options);
        for (CompiledFlow& flow : compiled.flows) result.flows.push_back(std::move(flow.flow));
        diagnostics = std::move(compiled.diagnostics);
    } else {
        result = check_found_flows(std::move(document), sources, options);
    }
    options.lint.rules.apply(diagnostics);
    diagnostics.sort();
    return result;
}

CheckResult check(const Input& input, Sources& sources, const CheckOptions& options) {
    return check(read(input, sources), sources, options);
}

}  // namespace flowc
