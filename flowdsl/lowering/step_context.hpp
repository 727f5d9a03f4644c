#pragma once

#include <algorithm>
#include <array>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "flowdsl/lowering/action_draft.hpp"
#include "flowdsl/lowering/message.hpp"
#include "flowdsl/lowering/parameters.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/verb.hpp"

namespace flowc::dsl {

/// One step while its verb lowers it: what the author wrote, and the actions it becomes. Every
/// reading reports what is wrong and then answers with nothing or the default, so a verb goes on.
class StepContext {
  public:
    StepContext(FlowLowering& flow, const VerbInfo& verb, Node step, Node verb_key, Node value,
                const struct Scope& scope, Label self, Label next);

    // ---- what stands there
    const VerbInfo& verb() const { return verb_; }
    Node value() const { return value_; }
    /// The verb's word, to point at when the step as a whole is meant.
    Span span() const { return verb_span_; }
    /// The step as a whole; of a head key, the key and its value.
    Span whole() const {
        return step_ ? step_.span() : Span{verb_span_.begin, std::max(verb_span_.end, value_.span().end)};
    }
    /// An option as written; absent where it is not.
    Node option(std::string_view name) const;
    Node option(CommonOption which) const { return common_[static_cast<std::size_t>(which)]; }
    /// Where an option's value stands; the verb's word where it is not written.
    Span place(std::string_view option) const;
    /// The word of an option that is written.
    Span key(std::string_view option) const { return step_.find_key(option).span(); }
    FlowType flow_type() const;

    // ---- reading: by the option's row in the verb's table, with its default
    std::optional<long> number(std::string_view option);
    long duration(std::string_view option);  ///< seconds
    bool is_on(std::string_view option);
    std::string_view word(std::string_view option);  ///< one of the row's words
    std::string text(std::string_view option);       ///< empty: not written
    Message message(std::string_view option);
    Message read_message(Node node);
    /// A recorded prompt by name, or an `s3://` address.
    Message read_prompt(Node node);
    /// The same for any node: `what` names it in messages.
    std::optional<long> read_number(Node node, std::string_view what, long min, long max);
    std::optional<long> read_duration(Node node, std::string_view what, long min, long max);
    std::optional<bool> read_switch(Node node, std::string_view what);
    std::optional<std::string_view> read_word(Node node, std::string_view what,
                                              std::span<const std::string_view> words);
    /// A scalar's text; reports anything else and an empty one.
    std::optional<std::string_view> read_text(Node node, std::string_view what);
    /// The same for one that is spoken: reports blanks alone, too.
    std::optional<std::string_view> read_spoken(Node node, std::string_view what);
    /// The same of a text in which nothing is filled in.
    std::optional<std::string_view> read_fixed(Node node, std::string_view what);
    /// Entries of a map with keys among `keys` only (empty: any); reports others with did-you-mean.
    bool read_map(Node node, std::string_view what, std::span<const std::string_view> keys);
    bool read_list(Node node, std::string_view what);
    /// Reports a name in which a reference stands: names are written as they are.
    void refuse_reference(Node name);
    /// Reports each word of a list that stood in it before.
    void each_once(Node list);

    // Cold, as what they report to: the words of a message stand apart from the code of a step that is right.
    [[gnu::cold]] Diagnostic& error(const RuleInfo& rule, Span span, std::string message);
    [[gnu::cold]] Diagnostic& warn(const RuleInfo& rule, Span span, std::string message);

    // ---- where it leads
    Label self() const { return self_; }  ///< the step's first action
    Label next() const { return next_; }  ///< the step after it
    bool is_last() const;                 ///< nothing stands after it in its sequence
    /// An option that is a target; `fallback` where it is not written. An inline list is lowered
    /// after the step's own actions; its place is the step's identifier and `key`.
    Label target(std::string_view option, Label fallback);
    /// The same for any node, e.g. a case's value; `key` names it in identifiers, and stands in the flow's text. `written` is what
    /// stands there where that is something else.
    Label read_target(Node node, std::string_view key, bool allow_none = false, std::string_view written = {});
    /// Whether a word is a target here: a block or a reserved word.
    bool is_target(Node word) const;
    /// Where this step's failure goes by §5: its own `on_error`, the flow's, or what the verb's row
    /// says; `own` is the answer for verbs whose failure is a target of the step itself.
    Label on_error(Label own = unset);
    /// Whether the author wrote `on_error` on the step itself.
    bool has_on_error() const;
    /// A new label, to be bound to an action that is added later; `word` is what asks for that action.
    Label label(Span word = {});

    // ---- what it becomes
    /// A new action of this step. The first has the step's identifier; later ones add `-suffix`, numbered
    /// from 2 where a suffix comes twice. `label`, if given, is bound to it.
    ActionDraft& action(ActionType type, std::string_view suffix = {}, Label label = unset);
    Parameters parameters(ActionDraft& action);
    /// `word` stands for the operand or the error; without it that is the key of the option that names the target,
    /// or the verb where no option does.
    void condition(ActionDraft& action, std::string_view op, std::string_view operand, Label target, Span word = {});
    void error_branch(ActionDraft& action, std::string_view type, Label target, Span word = {});
    /// `next` runs on success, or is left unset where the catalogue says which branch it mirrors.
    void leads_to(ActionDraft& action, Label next) { action.next = next; }
    /// Copies into the flow's storage; lives as long as the flow.
    std::string_view keep(std::string_view text);
    /// Names a contact attribute that `action` writes, so that later texts may use it.
    void writes_attribute(ActionDraft& action, Node name);
    /// The `cases` map: one condition a value. `operators` false: values only, Equals.
    void cases(ActionDraft& action, Node cases, bool operators);
    /// Notes what later texts may read as `{prefix.name}`: each of the words, one alone without brackets.
    void reads(ActionDraft& action, std::string_view prefix, Node words);
    /// Reports what is wrong with a case, and what it may be mistaken for.
    void check_case(const struct CaseWord& word);

    /// Whether a reference names a system word (§3) or its path, which is always there.
    bool is_system_word(Node reference) const;
    /// The sentence of the head's `words` for generated prompts, or the English one; reports a language
    /// without words once. `key` is `for`, `to`, `repeat`, `star`, `pound`.
    std::string words(std::string_view key);
    /// `first`, `second`, … or the head's own; empty where its list is too short (reported).
    std::string ordinal(std::size_t index);

    const struct Scope& scope() const { return scope_; }
    FlowLowering& flow() { return flow_; }
    std::string_view stem() const { return stem_; }

  private:
    friend class FlowLowering;
    Span key_above(Span word) const;
    /// A text, or one reference to be compared with.
    void write_operand(ActionDraft& action, std::string_view operand, Span word);
    std::string_view identifier(std::string_view suffix);  ///< of the action that is added next
    struct InlineList {
        Node list;
        std::string_view key;
        Label label;
    };

    FlowLowering& flow_;
    const VerbInfo& verb_;
    Node step_;
    Node value_;
    Span verb_span_;
    Span identifier_span_;
    std::array<Node, 4> common_;  ///< by `CommonOption`
    const struct Scope& scope_;
    Label self_;
    Label next_;
    std::string_view stem_;
    std::pmr::vector<InlineList> lists_;
    std::pmr::vector<std::pair<std::string_view, int>> suffixes_;
    std::pmr::vector<ActionDraft*> drafts_;
    Label failure_ = unset;
    bool asked_for_failure_ = false;
};

}  // namespace flowc::dsl
