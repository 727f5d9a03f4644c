#include "flowdsl/lowering/step_context.hpp"

#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/flow_lowering.hpp"
#include "flowdsl/words/case_word.hpp"
#include "flowdsl/words/identifier.hpp"
#include "flowdsl/words/reference.hpp"
#include "flowdsl/words/text_template.hpp"
#include "ir/identifiers.hpp"
#include "rules/rule.hpp"

namespace flowc::dsl {

StepContext::StepContext(FlowLowering& flow, const VerbInfo& verb, Node step, Node verb_key, Node value,
                         const Scope& scope, Label self, Label next)
    : flow_(flow), verb_(verb), step_(step), value_(value), verb_span_(verb_key.span()), identifier_span_(verb_span_),
      scope_(scope), self_(self), next_(next), lists_(&flow.memory()), suffixes_(&flow.memory()),
      drafts_(&flow.memory()) {
    for (const auto [key, written] : step_.entries())
        if (const OptionInfo* row = find_common_option(key.text()); row && !says_nothing(*row, written))
            common_[static_cast<std::size_t>(row - common_options().data())] = written;
    if (const Node note = option(CommonOption::note); note && !note.is_scalar()) read_text(note, "note");
    const Node id = option(CommonOption::id);
    if (id.is_scalar() && is_legal_identifier(id.text())) {
        stem_ = flow_.keep(id.text());
        identifier_span_ = id.span();
        return;
    }
    if (id)
        error(rules::bad_identifier_option, id.span(),
              is_reserved_identifier(id.text())
                  ? quote(id.text()) +
                        " is a name of JavaScript's own, which the service does not take as an `id`; write another"
                  : "an `id` has 1 to 50 characters, and none of `% : ( \\ / ) = $ , ; [ ] { }`");
    const bool is_named = verb.name == "menu";
    stem_ = flow_.step_stem(scope, verb, is_named ? value.text() : std::string_view{});
    if (!is_named) return;
    if (const Span other = flow_.take_stem(stem_, value.span()); !other.empty())
        error(rules::duplicate_identifier, value.span(),
              quote(value.text()) + " makes the identifier " + quote(stem_) +
                  ", which another menu has; give this one an `id`, or a name that differs in letters `a` to `z` or "
                  "digits")
            .labels.push_back({other, "the other menu"});
}

Diagnostic& StepContext::error(const RuleInfo& rule, Span span, std::string message) {
    return flow_.diagnostics().report(rule, span, std::move(message));
}

Diagnostic& StepContext::warn(const RuleInfo& rule, Span span, std::string message) {
    Diagnostic& found = error(rule, span, std::move(message));
    found.severity = Severity::warning;
    return found;
}

// ---- where it leads

Label StepContext::label(Span word) { return {flow_.new_label().id, word}; }

Label StepContext::target(std::string_view name, Label fallback) {
    const Node node = option(name);
    return node ? read_target(node, name) : fallback;
}

/// A step alone in the place of a list of them.
static std::string list_meant(Node step) {
    for (const Entry entry : step.entries())
        if (find_verb(entry.key.text())) return ", `[{" + std::string{entry.key.text()} + ": …}, hangup]`";
    return {};
}

Label StepContext::read_target(Node node, std::string_view key, bool allow_none, std::string_view written) {
    if (node.is_sequence()) {
        const Label entry = label(first_word(node));
        lists_.push_back({node, key, entry});
        return entry;
    }
    if (node.is_scalar() && node.text().empty()) {
        error(rules::wrong_target, node.span(),
              "a target is missing here; write a block's name, `next`, `hangup` … or a list of steps");
        return next_;
    }
    if (!node.is_scalar()) {
        error(rules::wrong_target, node ? node.span() : verb_span_,
              "`" + std::string{written.empty() ? key : written} +
                  "` takes a target: a block's name, `next`, `hangup` … or a list of steps" + list_meant(node));
        return next_;
    }
    return flow_.word_target(node, flow_.scope_of(node, scope_, self_, next_, &verb_), allow_none);
}

bool StepContext::is_target(Node word) const {
    const auto blocks = flow_.scope_of(word, scope_, self_, next_, &verb_).blocks;
    return is_reserved_word(word.text()) || blocks->count(word.text()) != 0;
}

bool StepContext::is_last() const { return flow_.leads_nowhere(next_); }

bool StepContext::has_on_error() const { return static_cast<bool>(option(CommonOption::on_error)); }

Label StepContext::on_error(Label own) {
    asked_for_failure_ = true;
    if (failure_ != unset) return failure_;
    if (const Node written = option(CommonOption::on_error)) return failure_ = read_target(written, "on_error", true);
    if (const Label mapped = flow_.mapped_failure(verb_, scope_, next_); mapped != unset) return failure_ = mapped;
    switch (verb_.failure) {
        case Failure::next: return failure_ = next_;
        case Failure::prompt: {
            const FlowType type = flow_type();
            const bool whisper = type == FlowType::agent_whisper || type == FlowType::customer_whisper ||
                                 type == FlowType::outbound_whisper;
            return failure_ = whisper ? no_branch : next_;
        }
        case Failure::unwritten:
        case Failure::none: return failure_ = no_branch;
        case Failure::own:
            if (own != unset) return failure_ = own;
            break;
        case Failure::flow: break;
    }
    return failure_ = flow_.flow_failure(verb_, scope_, next_, verb_span_);
}

// ---- what it becomes

std::string_view StepContext::identifier(std::string_view suffix) {
    if (drafts_.empty()) return flow_.within(longest_identifier, stem_);
    auto used = std::find_if(suffixes_.begin(), suffixes_.end(), [&](const auto& s) { return s.first == suffix; });
    if (used == suffixes_.end()) used = suffixes_.insert(used, {keep(suffix), suffix.empty() ? 1 : 0});
    const std::string number = ++used->second > 1 ? "-" + std::to_string(used->second) : std::string{};
    return flow_.within(longest_identifier, flow_.keep({stem_, suffix.empty() ? "" : "-", suffix, number}));
}

ActionDraft& StepContext::action(ActionType type, std::string_view suffix, Label label) {
    ActionDraft& draft = flow_.add(type, identifier(suffix), scope_, whole(), verb_span_);
    draft.identifier_span = identifier_span_;
    draft.verb = verb_.name;
    if (drafts_.empty()) flow_.bind(self_, draft);
    if (label != unset) flow_.bind(label, draft);
    drafts_.push_back(&draft);
    return draft;
}

Parameters StepContext::parameters(ActionDraft& action) { return {flow_, action, verb_span_}; }

/// The key of the option that holds a word of this step.
Span StepContext::key_above(Span word) const {
    for (const auto [key, value] : step_.entries())
        if (!word.empty() && value.span().holds(word)) return key.span();
    return verb_span_;
}

void StepContext::write_operand(ActionDraft& action, std::string_view operand, Span word) {
    const NodeId node = flow_.builder().scalar(NodeKind::string, operand, word, Style::double_quoted);
    if (!has_reference(operand)) return;
    std::vector<TextPart> parts = parse_template(operand, word, flow_.sources(), flow_.diagnostics());
    const bool holds_one =
        std::any_of(parts.begin(), parts.end(), [](const TextPart& part) { return part.is_reference; });
    if (holds_one && parts.size() > 1)
        error(rules::bad_value, word,
              "a case compares with a text or with one reference, and " + quote(operand) +
                  " is both; `set` the whole as an attribute and name that, or write `{{` for a brace");
    else flow_.use_text(node, action, std::move(parts), word);
}

void StepContext::condition(ActionDraft& action, std::string_view op, std::string_view operand, Label target,
                            Span word) {
    if (word.empty()) word = key_above(target.word);
    const NodeId operands = flow_.builder().begin(NodeKind::sequence, word);
    if (op != "Exists") write_operand(action, keep(operand), word);
    flow_.builder().end(operands, word.end);
    action.edges.push_back({Transition::Kind::condition, keep(op), operands, target, word});
}

void StepContext::error_branch(ActionDraft& action, std::string_view type, Label target, Span word) {
    if (target != no_branch) {
        action.edges.push_back(
            {Transition::Kind::error, keep(type), no_node, target, word.empty() ? key_above(target.word) : word});
        return;
    }
    if (action.type == ActionType::unknown) return;
    for (const ErrorInfo& row : info(action.type).errors)
        if (row.name == type && row.required == Requirement::always)
            error(rules::wrong_target, target.word.empty() ? verb_span_ : target.word,
                  "`none` leaves the branch `" + std::string{type} + "` out, and the service requires it of `" +
                      std::string{info(action.type).name} + "`; write `next`, `hangup` or a block");
}

std::string_view StepContext::keep(std::string_view text) { return flow_.keep(text); }

void StepContext::writes_attribute(ActionDraft& action, Node name) {
    const bool in_flow = action.type == ActionType::UpdateFlowAttributes;
    (in_flow ? action.flow_attributes : action.attributes).push_back(keep(name.text()));
    if (find_system_word(name.text()))
        error(rules::system_word, name.span(),
              "`" + std::string{name.text()} + "` is a system word: `{" + std::string{name.text()} +
                  "}` never reads this attribute; read it as `{" + (in_flow ? "flow." : "attributes.") +
                  std::string{name.text()} + "}` or name it otherwise");
}

void StepContext::reads(ActionDraft& action, std::string_view prefix, Node words) {
    const auto note = [&](Node word) {
        if (word.is_scalar()) action.reads.push_back(flow_.keep({prefix, ".", word.text()}));
    };
    if (!words.is_sequence()) return note(words);
    for (const Node word : words.items()) note(word);
}

void StepContext::check_case(const CaseWord& word) {
    if (word.problem.empty()) return;
    if (word.may_be_meant) warn(rules::bad_value, word.span, word.problem);
    else error(rules::bad_value, word.span, word.problem);
}

void StepContext::cases(ActionDraft& action, Node cases, bool operators) {
    if (!cases || !read_map(cases, "cases", {})) return;
    std::vector<std::pair<std::string, Span>> seen;
    const bool has_else = find_option(verb_, "else") != nullptr;
    const CaseOptions options = has_else ? CaseOptions{} : CaseOptions{.others = "errors", .takes_keys = true};
    for (const auto [key, value] : cases.entries()) {
        const Label target = read_target(value, key.text());
        if (has_else && (key.text() == "else" || (key.text() == "default" && operators && !option("else")))) {
            error(rules::bad_value, key.span(),
                  quote(key.text()) + " is no case; where every other value leads is `else:`, beside `cases`" +
                      (operators ? ", or `is " + std::string{key.text()} + "` for the text" : std::string{}));
            continue;
        }
        if (operators && key.text() == "exists") {
            if (flow_type() != FlowType::campaign)
                error(rules::bad_value, key.span(),
                      "`exists` is known in campaign flows only; elsewhere compare with a value, and a value that is "
                      "missing goes to `else`");
            condition(action, "Exists", {}, target, key.span());
            continue;
        }
        for (const CaseWord& word : read_case(key, operators, options)) {
            if (word.operand.empty()) {
                error(rules::bad_value, word.span,
                      "a case without a value can never be met; the service refuses it, and a value that is missing "
                      "goes to `" +
                          std::string{options.others} + "`");
                continue;
            }
            check_case(word);
            condition(action, word.op, word.operand, target, word.span);
            seen.emplace_back(word.op + ' ' + word.operand, word.span);
        }
    }
    std::stable_sort(seen.begin(), seen.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 1; i < seen.size(); ++i)
        if (seen[i].first == seen[i - 1].first)
            error(rules::duplicate_case, seen[i].second,
                  "this case stands here twice, and only the first can ever be taken; remove one")
                .labels.push_back({seen[i - 1].second, "the first one"});
}

std::string StepContext::words(std::string_view key) {
    if (const Node own = flow_.head().words.find(key); own.is_scalar() && !flow_.head().words.faulty)
        return std::string{own.text()};
    const std::string_view language = flow_.head().language;
    if (flow_.head().words.faulty) flow_.set_words_reported();
    if (!language.empty() && !language.starts_with("en") && !flow_.words_reported()) {
        error(rules::missing_option, verb_span_,
              "the flow speaks `" + std::string{language} + "` and this step's words are generated in English; " +
                  (flow_.head().words.node.is_mapping() ? "`words` has no `" + std::string{key} + "`: add it"
                                                        : "give `words:` in the head") +
                  ", or a `prompt`");
        flow_.set_words_reported();
    }
    flow_.note_generated_words(verb_span_);
    if (key == "for") return "For {label}, press {key}.";
    if (key == "to") return "To {label}, press {key}.";
    if (key == "repeat") return "To hear these options again, press {key}.";
    return std::string{key};
}

std::string StepContext::ordinal(std::size_t index) {
    static constexpr std::string_view english[] = {"first", "second",  "third",  "fourth", "fifth",
                                                   "sixth", "seventh", "eighth", "ninth",  "tenth"};
    const Node own = flow_.head().words.find("nth");
    if (own.is_sequence()) {
        std::size_t i = 0;
        for (const Node word : own.items())
            if (i++ == index) return std::string{word.text()};
        error(rules::missing_option, own.span(),
              "`nth` lists " + std::to_string(i) + (i == 1 ? " word" : " words") + " and number " +
                  std::to_string(index + 1) + " is needed; add it");
        return {};
    }
    words("nth");
    if (index < std::size(english)) return std::string{english[index]};
    error(rules::bad_value, verb_span_,
          "`{nth}` knows the English words up to `tenth`; give `words: {nth: […]}` in the head");
    return {};
}

}  // namespace flowc::dsl
