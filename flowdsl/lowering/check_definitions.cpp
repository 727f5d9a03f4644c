#include "flowdsl/lowering/check_definitions.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "flowdsl/lowering/flow_lowering.hpp"
#include "flowdsl/rules.hpp"

namespace flowc::dsl {

namespace {

/// What a step says by itself; all else depends on the flow.
bool speaks_of_a_step(const RuleInfo* rule) {
    static constexpr const RuleInfo* said[] = {
        &rules::bad_identifier_option, &rules::bad_value,      &rules::conflicting_options, &rules::duplicate_case,
        &rules::endless_jump,          &rules::missing_option, &rules::not_a_step,          &rules::ssml,
        &rules::unknown_option,        &rules::unknown_target, &rules::unknown_verb,        &rules::wrong_target};
    return std::find(std::begin(said), std::end(said), rule) != std::end(said);
}

/// A step that uses a definition, with a word for each argument: what is said of such a word is said of `params`. It is
/// as long as `${param}`, so that what stands behind it in a text keeps its place.
NodeId write_use(SyntaxTree& tree, const Definition& definition) {
    SyntaxBuilder builder{tree};
    const Span place = definition.name_span;
    const NodeId steps = builder.begin(NodeKind::sequence, place);
    const NodeId step = builder.begin(NodeKind::mapping, place);
    builder.scalar(NodeKind::string, "use", place);
    builder.scalar(NodeKind::string, definition.name, place);
    builder.scalar(NodeKind::string, "with", place);
    const NodeId with = builder.begin(NodeKind::mapping, place);
    for (const Node param : definition.params) {
        builder.scalar(NodeKind::string, param.text(), param.span());
        builder.scalar(NodeKind::string, builder.keep(std::string{param.text()} + "___"), param.span());
    }
    builder.end(with, place.end);
    builder.end(step, place.end);
    builder.scalar(NodeKind::string, "hangup", place);
    builder.end(steps, place.end);
    return steps;
}

class Check {
  public:
    Check(const Definitions& definitions, const KnownFlows& flows, const CompileOptions& options, Sources& sources)
        : definitions_(definitions), flows_(flows), options_(options), sources_(sources) {}

    /// What is found in a definition whatever flow it stands in.
    std::vector<Diagnostic> of(const Definition& definition) {
        std::vector<Diagnostic> found = in_flow(definition, FlowType::contact_flow);
        for (const FlowTypeInfo& row : flow_types()) {
            if (found.empty()) break;
            if (row.type == FlowType::contact_flow) continue;
            std::set<std::pair<std::uint32_t, const RuleInfo*>> there;
            for (const Diagnostic& item : in_flow(definition, row.type)) there.emplace(item.span.begin, item.rule);
            found.erase(std::remove_if(found.begin(), found.end(),
                                       [&](const Diagnostic& item) {
                                           return there.count({item.span.begin, item.rule}) == 0;
                                       }),
                        found.end());
        }
        return found;
    }

    /// Definitions that use each other are read through again and again; nobody writes a library of so many steps.
    bool enough() const { return steps_ > most_steps; }

  private:
    static constexpr std::size_t most_steps = 100'000;

    std::vector<Diagnostic> in_flow(const Definition& definition, FlowType type) {
        SyntaxTree tree;
        FlowHead head;
        head.type = type;
        head.is_module = type == FlowType::module;
        head.name_span = definition.name_span;
        head.definitions = &definitions_;
        head.lacks_definitions = true;  // those of the files that will include it
        head.start = tree.node(write_use(tree, definition));
        Diagnostics diagnostics;
        FlowLowering lowering(head, flows_, options_, {}, sources_, diagnostics);
        lowering.lower();
        steps_ += lowering.extent();
        std::vector<Diagnostic> found;
        for (Diagnostic& item : diagnostics.items()) {
            const bool inside = definition.steps.span().holds(item.span) || definition.blocks.span().holds(item.span);
            if (!inside || item.severity != Severity::error || !speaks_of_a_step(item.rule) || is_open(item.span))
                continue;
            item.labels.clear();  // nobody uses it
            found.push_back(std::move(item));
        }
        return found;
    }

    /// Whether a value that is not known here is part of what is spoken of.
    bool is_open(Span place) const { return sources_.slice(place).find("${") != std::string_view::npos; }

    const Definitions& definitions_;
    const KnownFlows& flows_;
    const CompileOptions& options_;
    Sources& sources_;
    std::size_t steps_ = 0;
};

}  // namespace

void check_unused_definitions(const Definitions& definitions, const std::vector<Use>& uses, const SourceFile& file,
                              const KnownFlows& flows, const CompileOptions& options, Sources& sources,
                              Diagnostics& diagnostics) {
    std::set<std::uint32_t> used;
    for (const Use& use : uses) used.insert(use.definition.begin);
    Check check(definitions, flows, options, sources);
    for (const auto& [name, definition] : definitions) {
        if (check.enough()) break;
        if (!definition.steps.is_sequence()) continue;  // was reported
        if (used.count(definition.span.begin) != 0 || !file.whole().holds(definition.span)) continue;
        for (Diagnostic& item : check.of(definition)) diagnostics.add(std::move(item));
    }
}

}  // namespace flowc::dsl
