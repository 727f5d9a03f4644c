#pragma once

#include <deque>
#include <map>
#include <memory_resource>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "flowc/compile.hpp"
#include "flowdsl/document/flow_head.hpp"
#include "flowdsl/lowering/action_draft.hpp"
#include "flowdsl/lowering/expansion.hpp"
#include "flowdsl/lowering/reported.hpp"
#include "flowdsl/lowering/scope.hpp"
#include "flowdsl/names/name_use.hpp"
#include "flowdsl/names/unresolved.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/identifier.hpp"
#include "flowdsl/words/text_template.hpp"
#include "ir/analysis.hpp"

namespace flowc::dsl {

/// How many steps of a flow are lowered; the service takes 250 actions.
inline constexpr std::size_t max_steps = 2000;

/// A step whose words are generated: they are English where the flow gives no others.
struct GeneratedWords {
    std::uint32_t step;
    Span span;
};

class NameFlow;
class StepContext;

/// One flow document on its way from steps to a graph. Data goes one way: the steps are lowered in
/// order into drafts whose transitions lead to labels; then labels become actions, then names in
/// texts become references.
class FlowLowering {
  public:
    /// `reported` are the errors that were found in the flow's text before.
    FlowLowering(const FlowHead& head, const KnownFlows& flows, const CompileOptions& options, Reported reported,
                 const Sources& sources, Diagnostics& diagnostics);

    /// Lowers head, `start`, blocks, `on_error` and the shared exits, and gives the graph.
    CompiledFlow lower();
    /// Steps that something was reported about: what later checks find there is not said again.
    const std::vector<Span>& faulty() const { return faulty_; }
    /// Names that nothing gives an ARN for; they stand as opaque values in the graph.
    const std::vector<UnresolvedName>& unresolved() const { return unresolved_; }
    /// Some transition leads nowhere or some step is faulty, which has been reported: what is said of the whole graph is not to be trusted.
    bool incomplete() const { return incomplete_ || cut_short_ || reported_.any() || !faulty_.empty(); }

    /// The flow has more steps than are lowered, which was reported.
    bool cut_short() const { return cut_short_; }
    /// How much was lowered, in steps, whether they are written in the flow or come from definitions.
    std::size_t extent() const { return lowered_steps_ + copied_ / 1000; }

    /// The graph that was given.
    const Analysis& graph() const { return *graph_; }

    const FlowHead& head() const { return head_; }
    /// Something in the head was reported: what it would have said is not known.
    bool head_is_doubtful() const { return reported_.in_head(); }
    const KnownFlows& flows() const { return flows_; }
    const CompileOptions& options() const { return options_; }
    const Sources& sources() const { return sources_; }
    Diagnostics& diagnostics() { return diagnostics_; }
    SyntaxBuilder& builder() { return builder_; }
    SyntaxTree& tree() { return flow_.tree; }
    /// For what is needed no longer than the flow is lowered; gives nothing back before.
    std::pmr::memory_resource& memory() { return drafting_->memory; }

    // ---- labels
    /// Whose `next` and whose blocks a target means.
    struct UserScope {
        const BlockTable* blocks;
        Label self;
        Label next;
        const VerbInfo* owner;
    };
    Label new_label();
    void bind(Label label, const ActionDraft& draft);
    /// Whether a label stands for the end of a sequence.
    bool leads_nowhere(Label label) const { return drafting_->labels[label.id].kind == LabelState::Kind::falls_off; }
    /// Whoever leads to `label` goes to `to`.
    void alias(Label label, Label to);
    /// Whoever leads to `label` has been told already.
    void silence(Label label);
    /// The label a word leads to, which keeps the word; reports what it cannot mean.
    Label word_target(Node word, const UserScope& from, bool allow_none);
    /// `hangup`, `end` or `return`: one action a flow, made at the first use.
    Label shared_exit(std::string_view word, Span first_use);
    /// Where the flow's `on_error` sends a failure of a step whose next step is `next`; reports once
    /// where a flow needs one and has none.
    Label flow_failure(const VerbInfo& verb, const Scope& scope, Label next, Span step);
    /// What an `on_error` map says of this verb alone; `unset` where it says nothing.
    Label mapped_failure(const VerbInfo& verb, const Scope& scope, Label next);

    // ---- words of generated prompts
    bool words_reported() const { return words_reported_; }
    void set_words_reported() { words_reported_ = true; }
    /// The step that is being lowered speaks the language's own English words.
    void note_generated_words(Span step) { generated_words_.push_back({steps_, step}); }

    // ---- drafts
    ActionDraft& add(ActionType type, std::string_view identifier, const Scope& scope, Span span, Span verb);
    std::string_view keep(std::string_view text) { return builder_.keep(text); }
    /// The same of several, one behind the other.
    std::string_view keep(std::initializer_list<std::string_view> parts) { return builder_.keep(parts); }
    /// An identifier or a part of some, which was kept, or what stands for it where it is too long.
    std::string_view within(std::size_t longest, std::string_view kept) {
        return kept.size() <= longest ? kept : keep(shortened(kept));
    }
    void use_text(NodeId node, const ActionDraft& draft, std::vector<TextPart> parts, Span span);
    /// What is written for a named resource, and a note of it in the flow's list of resources.
    void use_name(NodeId node, ActionDraft& draft, ResourceKind kind, std::string_view name, Span span);
    /// The identifier of the next step of this verb in this place.
    std::string_view step_stem(const Scope& scope, const VerbInfo& verb, std::string_view suffix = {});
    /// The step that has this stem already, whose name made it; empty: none had.
    Span take_stem(std::string_view stem, Span name);

    /// `after`: where the last step goes on; unset where a sequence must leave by itself.
    void lower_sequence(Node list, const Scope& scope, Label entry, Label after = unset);
    /// Lowers the steps of a definition in the place of a `use` step.
    void use_definition(StepContext& step);
    void lower_expansion(const Expansion& expansion, Scope& inner, std::string_view stem, const StepContext& step);
    /// What a target means where it was written: an argument of a definition to whoever wrote that, all else here.
    UserScope scope_of(Node node, const Scope& scope, Label self, Label next, const VerbInfo* owner) const;
    /// Says of what was found in the graph, and in the steps, in which definition it stands and which use has the fault.
    void label_uses(const Flow& flow);
    void mark_faulty(Span step) { faulty_.push_back(step); }
    /// Warns of an exit that is legal here and rarely meant.
    void doubt_exit(std::string_view word, Span place);

  private:
    /// Whoever uses a definition.
    struct User {
        UserScope scope;  ///< what targets mean in its arguments
        Node with;
        Span definition;  ///< the name of what it uses
        UseId around;     ///< the use whose definition the step was written in
    };
    struct LabelState {
        enum class Kind : std::uint8_t { open, action, alias, falls_off, silent } kind = Kind::open;
        const ActionDraft* draft = nullptr;
        Label to = unset;
        Node last;  ///< falls_off: the last step
        std::string_view place;
        UseId use = no_use;   ///< falls_off: the use that the step comes from
        bool inside = false;  ///< falls_off: out of an inline list
        bool reported = false;
    };
    struct ErrorBlock {
        Node list;
        std::string_view place;
        Label label = unset;
    };
    struct Jump {
        Label label;
        Span word;
        UseId use;
    };
    struct SharedExit {
        Label label = unset;
        Span first_use;
        UseId use = no_use;
    };
    /// Where a label leads, and the first word on the way that somebody wrote.
    struct Way {
        const ActionDraft* to = nullptr;
        Span word{};
    };

    /// Bytes of definitions that are put in the place of `use`, at most.
    static constexpr std::size_t most_copied = std::size_t{4} << 20;

    /// Reads no more steps, and says why once.
    void cut_short(const RuleInfo& rule, Span place, std::string message);
    void cut_short_at_step(Span place);  ///< with one step too many
    void lower_head(Label start);
    void finish_step(StepContext& context, const Scope& scope, Label next, std::size_t first_finding,
                     bool has_odd_keys);
    void lower_step(Node step, const Scope& scope, Label self, Label next);
    void lower_jump(Node word, const Scope& scope, Label self);
    UseId writer_of(Node node) const;
    UseId written_in(Node step) const;
    /// Whether the definition of the use, or one around it, is this one.
    bool stands_in(const Definition& definition, UseId use) const;
    void label_use(const std::vector<Use>& uses, UseId use, Diagnostic& item) const;
    void label_use_since(std::size_t first, UseId use);
    /// The scope of a list that stands in the place of a target, or of a step.
    Scope scope_of_list(Node list, const Scope& scope, const UserScope& here) const;
    void lower_error_block(const ErrorBlock& block);
    void lower_error_blocks();
    void check_default_failure();
    void check_unused_failure(Node target, std::string_view verb);
    void lower_shared_exits();
    Label falls_off(Node step, const Scope& scope);
    void silence_fall(Label label);
    Label silent_label();
    Label end_of_flow(Span step);
    /// `verb` is the one that `on_error` says the target for; empty: for all.
    Label error_target(Node target, std::string_view verb, Label next);
    /// The blocks that `on_error` leads to: inside them a failure ends the flow.
    std::set<std::string_view> blocks_of_errors() const;
    bool check_step_keys(Node step, const VerbInfo& verb);
    void settle_findings(const StepContext& step, Span span, std::size_t first, bool has_odd_keys, Label next);
    void place_step(Node at, ActionDraft& first);
    void wire(StepContext& step);
    void copy_bound_names(StepContext& step);
    Way resolve(Label label);
    Label target_of(Node word, const UserScope& from, bool allow_none);
    void build_graph();
    void report_unreached_jumps();
    void note_menus_entered_again();
    void resolve_names();
    void check_spoken_language(const NameFlow& names, const std::vector<const ActionDraft*>& order);
    KnownFlows::Flow use_flow(ActionDraft& draft, ResourceKind kind, std::string_view name, Span span);
    bool is_of_other_kind(ResourceKind kind, std::string_view name) const;
    std::optional<std::string> look_up(ResourceKind kind, std::string_view name) const;
    void fill_name_copies();

    /// What is needed no longer than the flow is lowered, and the memory for it.
    struct Drafting {
        Drafting();
        std::pmr::monotonic_buffer_resource memory{std::size_t{16} << 10};
        std::pmr::set<std::pair<ResourceKind, std::string_view>> named{&memory};  ///< what `resources_` holds
        std::pmr::deque<ActionDraft> drafts{&memory};
        std::pmr::vector<LabelState> labels{&memory};
        std::pmr::map<std::pair<const VerbInfo*, std::string_view>, int> counters{
            &memory};                                          ///< how often each verb stands in a place
        std::pmr::map<std::string_view, Span> stems{&memory};  ///< those that names have made
        std::pmr::map<std::string_view, SharedExit> exits{&memory};
        std::pmr::vector<Jump> jumps{&memory};  ///< bare words, to find those that nothing reaches
        std::pmr::vector<TextUse> texts{&memory};
        std::vector<ActionDraft*> name_copies;  ///< `attributes`: the actions behind the mapping Lambda
    };

    const FlowHead& head_;
    const KnownFlows& flows_;
    const CompileOptions& options_;
    const Reported reported_;
    const Sources& sources_;
    Diagnostics& diagnostics_;
    Flow flow_;
    SyntaxBuilder builder_;
    std::optional<Drafting> drafting_;  ///< nothing: the flow is lowered
    std::optional<Analysis> graph_;
    std::vector<Resource> resources_;
    BlockTable blocks_;
    SyntaxTree expanded_;                   ///< the steps of the definitions that are used, arguments in place
    std::map<std::string_view, int> uses_;  ///< how often each definition has been used
    Writers writers_;                       ///< of the nodes of `expanded_`
    CompileTimeValues values_;              ///< of the flow, in the definitions that it uses
    CompileTimeValues values_of_defaults_;  ///< before the definitions
    std::vector<User> users_;               ///< of definitions, by the number of the use
    UseId use_ = no_use;                    ///< the use whose steps are being lowered
    std::deque<BlockTable> tables_;         ///< the blocks of each expansion
    std::vector<ErrorBlock> error_blocks_;  ///< the lists that `on_error` holds and something uses
    Node above_;                            ///< what stands before the step that is being lowered in its list
    Node below_;                            ///< what stands behind the step that is being lowered in its list
    std::set<std::uint32_t> unfilled_;      ///< where definitions name values that nothing gives
    bool missing_on_error_reported_ = false;
    bool words_reported_ = false;
    std::uint32_t groups_ = 0;
    std::size_t lowered_steps_ = 0;  ///< good and bad ones, jumps among them
    std::size_t copied_ = 0;         ///< bytes of the definitions that are used
    bool cut_short_ = false;
    std::size_t depth_ = 0;    ///< of lists of steps within each other, those of definitions among them
    std::uint32_t steps_ = 0;  ///< the number of the step that is being lowered
    Label start_ = unset;
    bool endless_reported_ = false;
    bool incomplete_ = false;  ///< a transition leads nowhere, and that was reported
    std::vector<BoundName> bound_;
    std::vector<HandOver> hand_overs_;
    std::vector<GeneratedWords> generated_words_;
    std::vector<Span> faulty_;
    std::vector<UnresolvedName> unresolved_;
};

}  // namespace flowc::dsl
