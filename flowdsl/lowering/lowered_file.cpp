#include "flowdsl/lowering/lowered_file.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "diagnostics/suggest.hpp"
#include "emit/document.hpp"
#include "flowdsl/lowering/written_names.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/nulls.hpp"
#include "flowdsl/words/verb.hpp"
#include "flowdsl/words/yaml_features.hpp"
#include "rules/content_size.hpp"
#include "rules/rule.hpp"
#include "source/utf8.hpp"
#include "syntax/text_rules.hpp"

namespace flowc::dsl {

namespace {

/// Defaults and definitions make many steps of few words: 400 flows of the largest size the service takes.
constexpr std::size_t most_steps_of_a_file = 100'000;

/// Rules that speak of more than one action, and so are wrong where a transition is missing.
bool speaks_of_the_graph(const RuleInfo& rule) {
    return &rule == &rules::unreachable_action || &rule == &rules::endless_cycle ||
           &rule == &rules::dangling_transition || &rule == &rules::missing_next_action ||
           &rule == &rules::start_action;
}

/// Puts an action that nothing leads to into the language's words, where that is all that its step is: a jump, which is no
/// action, may have been reported there already.
class UnreachableSteps {
  public:
    UnreachableSteps(const Flow& flow, const Analysis& graph, const Diagnostics& found) {
        for (ActionId id = 0; id < flow.actions.size(); ++id)
            if (graph.reachable(id)) reached_.insert(flow.actions[id].identifier_span.begin);
        for (const Diagnostic& item : found.items())
            if (item.rule == &rules::unreachable_step) told_.insert(item.span.begin);
    }

    /// Whether it is still to be told.
    bool reword(Diagnostic& item) {
        if (reached_.count(item.span.begin) != 0) return true;
        item.rule = &rules::unreachable_step;
        item.message = "nothing leads to this step from the start of the flow; remove it, or let a target lead here";
        return told_.insert(item.span.begin).second;
    }

  private:
    std::set<std::uint32_t> reached_;
    std::set<std::uint32_t> told_;
};

/// Puts the step's verb in the place of the action that a finding begins with, or names it beside one of several that it writes.
void name_verb(Diagnostic& item, const Sources& sources) {
    const VerbInfo* verb = find_verb(sources.slice(item.span));
    const std::size_t end = verb ? item.message.find('`', 1) : std::string::npos;
    if (end == std::string::npos) return;
    const std::string_view action = std::string_view{item.message}.substr(1, end - 1);
    if (verb->types.size() == 1 && info(verb->types.front()).name == action)
        item.message.replace(1, end - 1, verb->name);
    else item.message.insert(end + 1, ", which " + quote(verb->name) + " writes,");
}

/// Verbs that a flow's type does not take: each is told once, however many actions it writes, and not where it was doubted as
/// an exit already. A doubt stands for no error.
class MisplacedVerbs {
  public:
    explicit MisplacedVerbs(const Diagnostics& found) {
        for (const Diagnostic& item : found.items())
            if (item.rule == &rules::wrong_target) add(item);
    }

    /// Whether it is still to be told.
    bool add(const Diagnostic& item) {
        std::set<std::uint32_t>& told = item.severity == Severity::error ? refused_ : doubted_;
        return refused_.count(item.span.begin) == 0 && told.insert(item.span.begin).second;
    }

  private:
    std::set<std::uint32_t> refused_;
    std::set<std::uint32_t> doubted_;
};

/// What the checks of the graph find in a step that was reported already is a consequence, and what
/// they say of the whole graph is only true when every transition leads somewhere.
void check_graph(const Flow& flow, const Analysis& graph, const FlowLowering& lowering, Diagnostics& diagnostics) {
    Diagnostics found;
    found.keep(lowering.options().most_findings);
    rules::run(flow, graph, found);
    Span taken;
    const ApartSpans faulty(lowering.faulty());
    std::optional<UnreachableSteps> unreachable;
    std::optional<MisplacedVerbs> misplaced;
    WrittenNames names(lowering.head().document);
    for (Diagnostic& item : found.items()) {
        if (lowering.incomplete() && speaks_of_the_graph(*item.rule)) continue;
        if (lowering.cut_short() && item.rule == &rules::too_many_actions) continue;
        // An id that the environment gives is told where it stands.
        if (item.rule == &rules::wrong_resource && item.severity != Severity::error && lowering.options().environment &&
            lowering.sources().slice(item.span).find("arn:") == std::string_view::npos)
            continue;
        // All actions of two equal steps have equal identifiers: one of them says it.
        if (item.rule == &rules::duplicate_identifier && std::exchange(taken, item.span) == item.span) continue;
        if (faulty.hold(item.span)) continue;
        names.reword(item);
        if (item.rule == &rules::action_not_in_flow_type) {
            if (!misplaced) misplaced.emplace(diagnostics);
            if (!misplaced->add(item)) continue;
            name_verb(item, lowering.sources());
        }
        if (item.rule == &rules::unreachable_action && !unreachable) unreachable.emplace(flow, graph, diagnostics);
        if (item.rule != &rules::unreachable_action || unreachable->reword(item)) diagnostics.add(std::move(item));
    }
}

/// The content of a compiled flow is held to the service's limit where it can come near it.
void check_size(const Flow& flow, Diagnostics& diagnostics) {
    constexpr std::size_t for_an_action = 200;  // the names of its parts, and its place
    constexpr std::size_t for_a_branch = 80;
    std::size_t most = 0;
    for (const Action& action : flow.actions)
        most += for_an_action + 2 * action.identifier.size() + action.type_name.size();
    for (const Transition& branch : flow.transitions)
        most += for_a_branch + branch.target_name.size() + branch.label.size();
    for (NodeId id = 0; id < flow.tree.size(); ++id) most += flow.tree[id].value().size() * 2 + 8;
    constexpr std::size_t near_the_limit = 200'000;
    if (most < near_the_limit) return;
    const std::string content =
        emit_detail::document(flow, emit_detail::Header::layout_only, emit_detail::JsonWriter::Form::compact);
    rules::check_content_size(utf8::count(content), flow.name_span, diagnostics);
}

/// The document at whose top this key stands; null: it stands deeper.
Node document_of_key(const SyntaxTree& tree, Span key) {
    for (const NodeId root : tree.roots()) {
        const Node document = tree.node(root);
        if (key.begin < document.span().begin || key.begin >= document.span().end) continue;
        for (const Entry entry : document.entries())
            if (entry.key.span().begin == key.begin) return document;
    }
    return {};
}

/// A second flow without a `---` before it has all keys of the first: one finding says so. A second step without a `- ` has its
/// verb alone.
void name_missing_separators(const SyntaxTree& tree, const Sources& sources, Diagnostics& diagnostics) {
    static const RuleInfo* const duplicate_key = find_rule("duplicate-key");
    std::vector<Span> documents;
    std::vector<Diagnostic> kept;
    for (Diagnostic& item : diagnostics.items()) {
        const std::string_view key = item.rule == duplicate_key ? sources.slice(item.span) : std::string_view{};
        if (key == "flow" || key == "module" || key == "define") {
            if (const Node document = document_of_key(tree, item.span)) {
                item.message =
                    "key " + quote(key) + " stands twice; a further one in this file begins with a line `---`";
                documents.push_back({item.span.begin, document.span().end});
            }
        }
        if (find_verb(key) && !document_of_key(tree, item.span))
            item.message =
                "key " + quote(key) + " stands twice; remove one of the two, or begin a second step with `- `";
        kept.push_back(std::move(item));
    }
    const auto follows = [&](const Diagnostic& item) {
        return item.rule == duplicate_key && std::any_of(documents.begin(), documents.end(), [&](Span rest) {
                   return item.span.begin > rest.begin && item.span.begin < rest.end &&
                          document_of_key(tree, item.span);
               });
    };
    if (!documents.empty()) kept.erase(std::remove_if(kept.begin(), kept.end(), follows), kept.end());
    diagnostics.items() = std::move(kept);
}

/// Reads the documents; what is found at a place that has an error already follows from it.
void read_documents(Program& program, SyntaxTree& tree, const SourceFile& file, Sources& sources,
                    const CompileOptions& options, Diagnostics& diagnostics) {
    Diagnostics found;
    found.keep(options.most_findings);
    read_program(program, tree, file, sources, options, found);
    const ErrorPlaces errors(diagnostics);
    for (Diagnostic& item : found.items())
        if (!errors.at(item.span)) diagnostics.add(std::move(item));
}

}  // namespace

LoweredFile::LoweredFile(Document document, Sources& sources, const CompileOptions& options)
    : sources_(sources), options_(options), file_(sources.file(document.file)), tree_(std::move(document.tree)),
      diagnostics_(std::move(document.diagnostics)) {
    diagnostics_.keep(options_.most_findings);
    refuse_yaml_features(tree_, diagnostics_);
    refuse_nulls(tree_, diagnostics_);
    report_cut_texts(file_, tree_, diagnostics_);
    name_missing_separators(tree_, sources_, diagnostics_);
    if (!refuse_odd_blanks(tree_, diagnostics_))
        read_documents(program_, tree_, file_, sources_, options_, diagnostics_);
    options_.project = nullptr;  // has been read, and need not be there any more
    if (tree_.roots().empty() && !diagnostics_.has_errors())
        diagnostics_.report(rules::missing_option, {file_.base(), file_.base()},
                            "this file is empty; a flow is written as `flow: Name` and `start:`, a list of steps");
    sound_ = !diagnostics_.has_errors();
    errors_.emplace(diagnostics_);
    known_.emplace(program_.flows, file_.name(), options_.flows, sources_);
    flows_.resize(program_.flows.size());
}

LoweredFlow* LoweredFile::lower(std::size_t number) {
    if (flows_[number]) return flows_[number].get();
    if (cut_short_) return nullptr;
    const FlowHead& head = program_.flows[number];
    if (steps_ > most_steps_of_a_file) {
        cut_short_ = true;
        diagnostics_.report(
            rules::file_too_large, head.name_span,
            "the flows before this one have more than " + std::to_string(most_steps_of_a_file) +
                " steps together, so this one and those behind it are not read; put them into files of their own");
        return nullptr;
    }
    flows_[number] =
        std::make_unique<LoweredFlow>(head, *known_, options_, Reported(*errors_, head.document), sources_);
    LoweredFlow& flow = *flows_[number];
    known_->report_taken(head, flow.found);
    flow.compiled = flow.lowering.lower();
    steps_ += flow.lowering.extent();
    check_graph(flow.compiled.flow, flow.lowering.graph(), flow.lowering, flow.found);
    if (!flow.found.has_errors()) check_size(flow.compiled.flow, flow.found);
    return &flow;
}

std::shared_ptr<LoweredFile> lowered(Document document, Sources& sources, const CheckOptions& options) {
    if (document.lowered) return std::move(document.lowered);
    CompileOptions compile_options = options.compile;
    compile_options.names_may_be_unresolved = !compile_options.environment && !compile_options.resolver;
    return std::make_shared<LoweredFile>(std::move(document), sources, compile_options);
}

}  // namespace flowc::dsl
