#include "flowc/compile.hpp"

#include <algorithm>
#include <utility>

#include "flowdsl/allow.hpp"
#include "flowdsl/found/check_found_flows.hpp"
#include "flowdsl/lowering/check_default_targets.hpp"
#include "flowdsl/lowering/check_definitions.hpp"
#include "flowdsl/lowering/lowered_file.hpp"
#include "flowdsl/names/relied_on_copies.hpp"
#include "flowdsl/names/unresolved.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/form.hpp"
#include "flowdsl/words/offer_word.hpp"
#include "ir/subject.hpp"
#include "lint/lint.hpp"
#include "rules/rule.hpp"
#include "syntax/read.hpp"

namespace flowc {

namespace {

using namespace dsl;

/// What `defaults` say can be wrong in one flow and right in another: a finding there shows the flow.
void show_flow(const FlowHead& head, Diagnostics& own) {
    const Span document = head.document.span();
    const auto is_outside = [&](Span place) { return place.begin < document.begin || place.begin >= document.end; };
    for (Diagnostic& item : own.items())
        if (is_outside(item.span) && std::all_of(item.labels.begin(), item.labels.end(),
                                                 [&](const flowc::Label& label) { return is_outside(label.span); }))
            item.labels.push_back({head.name_span, "in this flow"});
}

/// Braces that the language has spoken of are not spoken of again.
void drop_told_twice(std::vector<Diagnostic>& found) {
    std::vector<Span> told;
    for (const Diagnostic& item : found)
        if (item.rule == &rules::doubled_braces) told.push_back(item.span);
    if (told.empty()) return;
    std::sort(told.begin(), told.end(), [](Span a, Span b) { return a.begin < b.begin; });
    const auto is_told = [&](const Diagnostic& item) {
        if (item.rule != &rules::reference_not_filled) return false;
        const auto first = std::lower_bound(told.begin(), told.end(), item.span.begin,
                                            [](Span a, std::uint32_t begin) { return a.begin < begin; });
        return first != told.end() && first->begin < item.span.end;
    };
    found.erase(std::remove_if(found.begin(), found.end(), is_told), found.end());
}

/// Whether no flow of another file is known.
bool is_alone(const SourceFile& file, const ProjectFlows* flows) {
    return !flows || std::all_of(flows->flows().begin(), flows->flows().end(),
                                 [&](const ProjectFlows::Entry& entry) { return entry.file->file == file.name(); });
}

/// With `checking` the flows are for that: faulty ones are kept, and the rules of what callers suffer run, too. `others`: what
/// belongs together with them.
CompileResult finish(LoweredFile& file, Sources& sources, const CheckOptions* checking, const FlowSet* others) {
    CompileResult result;
    Diagnostics& diagnostics = result.diagnostics;
    diagnostics = std::exchange(file.diagnostics(), {});
    std::vector<UnresolvedName> unresolved;
    std::vector<Use> uses;
    ReliedOnCopies copies;
    const std::vector<FlowHead>& heads = file.program().flows;
    const bool any_copies = std::any_of(heads.begin(), heads.end(), [](const FlowHead& head) {
        return head.binding.mode == Binding::Mode::attributes;
    });
    result.flows.reserve(heads.size());
    for (std::size_t i = 0; i < heads.size(); ++i) {
        LoweredFlow* const lowered = file.lower(i);
        if (!lowered) break;
        FlowLowering& lowering = lowered->lowering;
        Flow& flow = lowered->compiled.flow;
        Diagnostics& own = lowered->found;
        if (checking && !lowering.incomplete()) {
            if (lint::any_on(checking->lint)) {
                const rules::Ways ways({flow, lowering.graph(), own});
                lint::run(flow, lowering.graph(), ways, checking->lint, lint::OtherFlows(others, sources), own);
            }
            drop_told_twice(own.items());
        }
        unresolved.insert(unresolved.end(), lowering.unresolved().begin(), lowering.unresolved().end());
        lowering.label_uses(flow);
        show_flow(heads[i], own);
        uses.insert(uses.end(), flow.uses.begin(), flow.uses.end());
        if (checking) name_subjects(flow, own.items());
        else
            for (Diagnostic& item : own.items()) item.subject = {};
        if (any_copies) copies.add(heads[i], lowered->compiled);
        const bool compiled = file.is_compiled(*lowered);
        for (Diagnostic& item : own.items()) diagnostics.add(std::move(item));
        if (compiled || checking) result.flows.push_back(std::move(lowered->compiled));
        file.drop(i);
    }
    for (Diagnostic& item : file.diagnostics().items()) diagnostics.add(std::move(item));
    if (!file.diagnostics().has_errors()) check_default_targets(heads, diagnostics);
    const CompileOptions& options = file.options();
    check_unused_definitions(file.program().definitions, uses, file.file(), file.known(), options, sources,
                             diagnostics);
    // Of other files all has to be known, and of this one, too: a faulty step may have been the one that copies.
    if (any_copies && !diagnostics.has_errors()) {
        if ((others && others->whole()) || is_alone(file.file(), options.flows))
            copies.report_missing(others, diagnostics);
        else result.relies_on_others = !others && copies.any();
    }
    Diagnostics names;
    names.keep(file.options().most_findings);
    report_unresolved(unresolved, options.environment, file.known(), names);
    for (Diagnostic& item : names.items()) diagnostics.add(std::move(item));
    // Behind an error much is not looked at that a rule would have spoken of.
    const bool whole = !diagnostics.has_errors();
    const auto asked = [&](const RuleInfo& rule) {
        return whole && (!lint::has(rule) || (checking && checking->lint.rules.on(rule)));
    };
    keep_fixes_of(file.file(), diagnostics);
    apply_allows(file.file(), file.tree(), asked, diagnostics);
    diagnostics.sort();
    return result;
}

}  // namespace

CompileResult compile(Document document, Sources& sources, const CompileOptions& options) {
    LoweredFile file(std::move(document), sources, options);
    return finish(file, sources, nullptr, options.set);
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
        const auto file = lowered(std::move(document), sources, options);
        CompileResult compiled = finish(*file, sources, &options, options.compile.set);
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
