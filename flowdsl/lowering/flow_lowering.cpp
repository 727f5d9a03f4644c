#include "flowdsl/lowering/flow_lowering.hpp"

#include <algorithm>
#include <utility>

#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/misread_step.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/names/hand_over.hpp"
#include "flowdsl/names/known_names.hpp"
#include "flowdsl/names/mapped_names.hpp"
#include "flowdsl/words/identifier.hpp"
#include "flowdsl/words/offer_word.hpp"
#include "flowdsl/words/scalar.hpp"
#include "rules/rule.hpp"

namespace flowc::dsl {

namespace {

std::optional<std::int32_t> parse_coordinate(std::string_view text) {
    const auto value = parse_number(text);
    constexpr long farthest = 10'000'000;
    if (!value || *value < -farthest || *value > farthest) return std::nullopt;
    return static_cast<std::int32_t>(*value);
}

}  // namespace

FlowLowering::Drafting::Drafting() = default;

FlowLowering::FlowLowering(const FlowHead& head, const KnownFlows& flows, const CompileOptions& options,
                           Reported reported, const Sources& sources, Diagnostics& diagnostics)
    : head_(head), flows_(flows), options_(options), reported_(std::move(reported)), sources_(sources),
      diagnostics_(diagnostics), builder_(flow_.tree), values_(options, sources),
      values_of_defaults_(options, sources) {
    drafting_.emplace();
    flow_.name = head.name;
    flow_.name_span = head.name_span;
    flow_.description = head.description;
    flow_.type = head.type;
    flow_.contract = head.contract;
    constexpr std::size_t usual = 64;
    drafting_->labels.reserve(usual);
    // A step's parameters are about as many as its words.
    if (const SyntaxTree* const words = head.document.tree()) {
        constexpr std::size_t most = 4096;
        builder_.reserve(std::min<std::size_t>((*words)[head.document.id()].after - head.document.id(), most));
    }
}

CompiledFlow FlowLowering::lower() {
    for (const auto [name, steps] : head_.blocks.entries()) blocks_.emplace(name.text(), new_label());
    if (blocks_.size() > max_steps) cut_short_at_step(head_.name_span);  // each has a step at least
    const Label start = new_label();
    lower_head(start);
    const std::set<std::string_view> error_blocks = blocks_of_errors();
    for (const auto [name, steps] : head_.blocks.entries()) {
        if (!steps.is_sequence()) continue;  // reported with the head
        Scope scope;
        scope.place = within(longest_place, name.text());
        scope.block = name.text();
        scope.group = ++groups_;
        scope.blocks = &blocks_;
        scope.handles_errors = error_blocks.count(name.text()) != 0;
        lower_sequence(steps, scope, blocks_.at(name.text()));
    }
    lower_error_blocks();
    lower_shared_exits();
    fill_name_copies();
    build_graph();
    graph_.emplace(flow_);
    note_menus_entered_again();
    resolve_names();
    drafting_.reset();
    return {std::move(flow_), std::move(resources_)};
}

void FlowLowering::cut_short(const RuleInfo& rule, Span place, std::string message) {
    if (!std::exchange(cut_short_, true)) diagnostics_.report(rule, place, std::move(message));
}

void FlowLowering::cut_short_at_step(Span place) {
    cut_short(rules::too_many_actions, place,
              "the flow has more than " + std::to_string(max_steps) +
                  " steps, those of the definitions that it uses among them, and the service takes 250 "
                  "actions; move a part into a module or a flow of its own");
}

// ---- steps

void FlowLowering::lower_head(Label start) {
    Scope scope;
    scope.blocks = &blocks_;
    scope.place = "head";
    scope.block = "head";
    Label entry = new_label();
    start_ = entry;
    for (const HeadStep& step : head_.steps) {
        const VerbInfo* verb = find_verb(step.key.text());
        const Label next = new_label();
        const std::size_t before = diagnostics_.items().size();
        StepContext context(*this, *verb, {}, step.key, step.value, scope, entry, next);
        finish_step(context, scope, next, before, false);
        entry = next;
    }
    alias(entry, start);
    scope.place = "start";
    scope.block = "start";
    if (head_.start.is_sequence()) lower_sequence(head_.start, scope, start);
}

void FlowLowering::lower_sequence(Node list, const Scope& scope, Label entry, Label after) {
    std::size_t left = list.size();
    if (left == 0) {
        // What is no list was reported where it stands.
        if (list.is_sequence())
            diagnostics_.report(rules::not_a_step, list.span(),
                                "there is no step in this list; write at least one, such as `hangup`");
        silence(entry);
        return;
    }
    ++depth_;
    Label self = entry;
    const auto steps = list.items();
    Node step;
    for (auto at = steps.begin(); at != steps.end();) {
        above_ = at == steps.begin() ? Node{} : step;
        step = *at;
        below_ = ++at != steps.end() ? *at : Node{};
        if (++lowered_steps_ > max_steps || cut_short_) {
            cut_short_at_step(step.span());
            silence(self);
            break;
        }
        const Label next = --left ? new_label() : after != unset ? after : falls_off(step, scope);
        lower_step(step, scope, self, next);
        self = next;
    }
    --depth_;
}

void FlowLowering::lower_step(Node step, const Scope& scope, Label self, Label next) {
    if (step.is_scalar() && !step.text().empty()) return lower_jump(step, scope, self);
    // A parameter in the place of a step: the argument's list stands here.
    if (step.is_sequence() && writer_of(step) != no_use && writer_of(step) != scope.writer)
        return lower_sequence(step, scope_of_list(step, scope, {}), self);
    const auto give_up = [&](Span span, std::string message, const RuleInfo& rule, Node word = {},
                             std::string_view meant = {}) {
        if (!reported_.in(step.span())) offer_word(diagnostics_.report(rule, span, std::move(message)), word, meant);
        mark_faulty(step.span());
        silence_fall(next);
        alias(self, next);
    };
    if (step.is_scalar() || (step.is_mapping() && step.size() == 0))
        return give_up(step.span(), "this step is empty; write a verb and its value, or remove the `-`",
                       rules::not_a_step);
    if (!step.is_mapping())
        return give_up(step.span(), "a step is a map with one verb, such as `say: Welcome`, or a bare word",
                       rules::not_a_step);
    Node key, value;
    const VerbInfo* found = nullptr;
    for (const auto [name, content] : step.entries()) {
        const VerbInfo* const verb = find_verb(name.text());
        if (!verb) continue;
        if (const Node misread = found ? option_read_as_verb(step, *found, key, *verb, name) : Node{}) {
            const VerbInfo& other = misread.id() == name.id() ? *found : *verb;
            return give_up(misread.span(),
                           "`" + std::string{other.name} + "` has no option " + quote(misread.text()) +
                               "; did you mean `" + std::string{option_meant(step, other, misread)} +
                               "`? a step of its own begins with `- `",
                           rules::unknown_option);
        }
        if (found && holds_a_map(*found) && !found->value_optional && value.is_scalar() && value.text().empty())
            return give_up(name.span(),
                           quote(name.text()) + " begins as far in as `" + std::string{found->name} +
                               "`, which has no value; write it further in if it is what `" + std::string{found->name} +
                               "` holds, and with a `- ` if it is the next step",
                           rules::not_a_step);
        if (found)
            return give_up(name.span(),
                           "one step has two verbs, `" + std::string{key.text()} + "` and `" +
                               std::string{name.text()} + "`; begin a new step with `- ` before the second",
                           rules::not_a_step);
        found = verb;
        key = name;
        value = content;
    }
    if (!found && has_options_alone(step) && has_options_alone(above_)) {
        // The one above was reported, and says it of both.
        mark_faulty(step.span());
        silence_fall(next);
        return alias(self, next);
    }
    if (!found) {
        const Node word = verbless(step);
        if (scope.blocks && scope.blocks->count(word.text()) != 0)
            return give_up(word.span(),
                           quote(word.text()) +
                               " is a block, and no verb; a step that leads there is its name alone: `- " +
                               std::string{word.text()} + "`",
                           rules::unknown_verb);
        if (head_.definitions && head_.definitions->count(word.text()) != 0)
            return give_up(word.span(),
                           quote(word.text()) + " is a definition, and no verb; a step that uses it is `use: " +
                               std::string{word.text()} + "`, with its values in `with:`",
                           rules::unknown_verb);
        if (step.find(word.text()).is_sequence() && nearest_verb(word.text()).empty())
            return give_up(word.span(),
                           quote(word.text()) +
                               " is no verb of the language; steps under a name are a block: they stand under "
                               "`blocks:`, and here the name alone",
                           rules::unknown_verb);
        return give_up(word.span(), unknown_verb_message(word), rules::unknown_verb, word, nearest_verb(word.text()));
    }
    const VerbInfo& verb = *found;
    if (const Node option = option_below(verb, value))
        return give_up(option.span(),
                       "`" + std::string{option.text()} + "` is an option of `" + std::string{verb.name} +
                           "` and no part of its value; write `" + std::string{verb.name} +
                           ": …`, and on the next line, as far in, `" + std::string{option.text()} + ": …`",
                       rules::unknown_option);
    const std::size_t before = diagnostics_.items().size();
    const bool has_odd_keys = check_step_keys(step, verb) || goes_on_in(below_, verb);
    if (!verb.value_optional && value.is_scalar() && value.text().empty()) {
        diagnostics_.items().resize(before);
        if (const Node below = no_option_of(verb, step))
            return give_up(below.span(),
                           quote(below.text()) + " begins as far in as `" + std::string{verb.name} +
                               "`, and is none of its options; write what `" + std::string{verb.name} +
                               "` holds further in",
                           rules::missing_option);
        // An argument can say nothing, too.
        const bool is_given = writer_of(value) != writer_of(step) && !value.span().empty();
        return give_up(is_given ? value.span() : key.span(),
                       "`" + std::string{verb.name} + "` needs a value" +
                           (verb.example.empty() ? std::string{} : ", as in `" + std::string{verb.example} + "`"),
                       rules::missing_option);
    }
    StepContext context(*this, verb, step, key, value, scope, self, next);
    finish_step(context, scope, next, before, has_odd_keys);
}

/// One fault, one finding: what follows from an error that stands in the step already is not said.
void FlowLowering::settle_findings(const StepContext& step, Span span, std::size_t first, bool has_odd_keys,
                                   Label next) {
    std::vector<Span> lists;
    if (reported_.any())
        for (const auto& inline_list : step.lists_) lists.push_back(inline_list.list.span());
    const bool was_reported = reported_.in(span, lists);
    auto& items = diagnostics_.items();
    items.erase(std::remove_if(items.begin() + static_cast<std::ptrdiff_t>(first), items.end(),
                               [&](const Diagnostic& item) {
                                   const bool of_absence =
                                       item.rule == &rules::missing_option || item.rule == &rules::conflicting_options;
                                   return item.severity == Severity::error &&
                                          (was_reported || (has_odd_keys && of_absence));
                               }),
                items.end());
    const bool faulty = was_reported || has_odd_keys ||
                        std::any_of(items.begin() + static_cast<std::ptrdiff_t>(first), items.end(),
                                    [](const Diagnostic& item) { return item.severity == Severity::error; });
    if (!faulty) return;
    mark_faulty(span);
    for (ActionDraft* draft : step.drafts_) draft->faulty = true;
    silence_fall(next);
}

void FlowLowering::finish_step(StepContext& context, const Scope& scope, Label next, std::size_t first_finding,
                               bool has_odd_keys) {
    ++steps_;
    context.verb_.lower(context);
    if (context.drafts_.empty()) {
        if (drafting_->labels[context.self_.id].kind == LabelState::Kind::open) alias(context.self_, next);
    } else {
        copy_bound_names(context);
        wire(context);
        place_step(context.option(CommonOption::at), *context.drafts_.front());
    }
    if (context.has_on_error() && !context.asked_for_failure_)
        diagnostics_.report(rules::unknown_option, context.step_.find_key("on_error").span(),
                            "`" + std::string{context.verb_.name} +
                                "` cannot fail: the service has no error branch for it; remove `on_error`");
    settle_findings(context, context.whole(), first_finding, has_odd_keys, next);
    const auto stands_before = [](const auto& a, const auto& b) { return a.list.span().begin < b.list.span().begin; };
    if (!std::is_sorted(context.lists_.begin(), context.lists_.end(), stands_before))
        std::stable_sort(context.lists_.begin(), context.lists_.end(), stands_before);
    for (const auto& inline_list : context.lists_) {
        Scope inner = scope_of_list(inline_list.list, scope, {scope.blocks, context.self_, next, &context.verb_});
        inner.place = within(longest_place, keep({context.stem_, "-", identifier_from(inline_list.key)}));
        inner.handles_errors = scope.handles_errors || inline_list.key == "on_error";
        lower_sequence(inline_list.list, inner, inline_list.label);
    }
}

void FlowLowering::lower_jump(Node word, const Scope& scope, Label self) {
    if (const VerbInfo* verb = find_verb(word.text()); verb && !is_reserved_word(word.text())) {
        diagnostics_.report(
            rules::missing_option, word.span(),
            "`" + std::string{verb->name} + "` needs a value" +
                (verb->example.empty() ? std::string{} : ", as in `" + std::string{verb->example} + "`"));
        silence(self);
        return;
    }
    drafting_->jumps.push_back({self, word.span(), use_});
    const UserScope from = scope_of(word, scope, scope.owner_self, scope.owner_next, scope.owner);
    alias(self, word_target(word, from, false));
}

void FlowLowering::place_step(Node at, ActionDraft& first) {
    if (!at) return;
    const auto read = [&](std::string_view axis) { return parse_coordinate(at.find(axis).text()); };
    const auto x = read("x");
    const auto y = read("y");
    if (!x || !y || at.size() != 2) {
        diagnostics_.report(rules::bad_value, at.span(),
                            "`at` takes a place in the designer, `{x: 200, y: 100}`, in pixels");
        return;
    }
    first.at = Point{*x, *y};
}

void FlowLowering::wire(StepContext& step) {
    for (ActionDraft* draft : step.drafts_) {
        if (draft->type == ActionType::unknown) {
            if (draft->next == unset) draft->next = step.next();
            continue;
        }
        const ActionInfo& row = info(draft->type);
        const auto branch = [&](Transition::Kind kind, std::string_view label) -> const Edge* {
            for (const Edge& edge : draft->edges) {
                if (edge.kind != kind) continue;
                if (kind == Transition::Kind::error && edge.label == label) return &edge;
                if (kind == Transition::Kind::condition && flow_.node(edge.operands).size() == 1 &&
                    (*flow_.node(edge.operands).items().begin()).text() == label)
                    return &edge;
            }
            return nullptr;
        };
        for (const ErrorInfo& error : row.errors)
            if (error.required == Requirement::always && !branch(Transition::Kind::error, error.name))
                step.error_branch(*draft, error.name, step.on_error());
        if (draft->next != unset || row.next_action == NextAction::forbidden) continue;
        if (row.mirrors.starts_with(Term::error_prefix)) {
            if (const Edge* edge = branch(Transition::Kind::error, row.mirrors.substr(Term::error_prefix.size())))
                draft->next = edge->target;
        } else if (row.mirrors.starts_with(Term::condition_prefix)) {
            if (const Edge* edge =
                    branch(Transition::Kind::condition, row.mirrors.substr(Term::condition_prefix.size())))
                draft->next = edge->target;
        }
        if (draft->next == unset && row.next_action == NextAction::required) draft->next = step.next();
    }
}

void FlowLowering::copy_bound_names(StepContext& step) {
    if (head_.binding.mode != Binding::Mode::attributes) return;
    for (std::size_t i = 0; i < step.drafts_.size(); ++i) {
        if (!step.drafts_[i]->maps) continue;
        const Label behind = step.drafts_[i]->next == unset ? step.next() : step.drafts_[i]->next;
        const Label here = new_label();
        ActionDraft& copy = step.action(ActionType::UpdateContactAttributes, "names", here);
        copy.next = behind;
        copy.edges.push_back({Transition::Kind::error, "NoMatchingError", no_node, behind, copy.type_span});
        step.drafts_[i]->next = here;
        drafting_->name_copies.push_back(&copy);
        return;
    }
}

// ---- shared exits

void FlowLowering::lower_shared_exits() {
    static constexpr std::pair<std::string_view, ActionType> words[] = {{"hangup", ActionType::DisconnectParticipant},
                                                                        {"end", ActionType::EndFlowExecution},
                                                                        {"return", ActionType::EndFlowModuleExecution}};
    for (const auto& [word, type] : words) {
        const auto used = drafting_->exits.find(word);
        if (used == drafting_->exits.end()) continue;
        ++steps_;
        Scope scope;
        scope.block = word;
        scope.group = ++groups_;
        doubt_exit(word, used->second.first_use);
        use_ = used->second.use;
        ActionDraft& draft = add(type, word, scope, used->second.first_use, used->second.first_use);
        draft.parameters = builder_.begin(NodeKind::mapping, used->second.first_use);
        builder_.end(draft.parameters, used->second.first_use.end);
        bind(used->second.label, draft);
    }
    use_ = no_use;
}

// ---- drafts

/// `identifier` is kept already.
ActionDraft& FlowLowering::add(ActionType type, std::string_view identifier, const Scope& scope, Span span, Span verb) {
    ActionDraft& draft = drafting_->drafts.emplace_back(drafting_->memory);
    draft.type = type;
    draft.identifier = identifier;
    draft.span = span;
    draft.type_span = draft.identifier_span = verb;
    draft.use = use_;
    draft.place = scope.block;
    draft.group = scope.group;
    draft.step = steps_;
    draft.edges.reserve(4);
    return draft;
}

std::string_view FlowLowering::step_stem(const Scope& scope, const VerbInfo& verb, std::string_view name) {
    const std::string last =
        name.empty() ? std::to_string(++drafting_->counters[{&verb, scope.place}]) : identifier_from(name);
    return keep({scope.place, "-", verb.name, "-", last});
}

Span FlowLowering::take_stem(std::string_view stem, Span name) {
    const auto [known, is_new] = drafting_->stems.emplace(stem, name);
    return is_new ? Span{} : known->second;
}

void FlowLowering::use_text(NodeId node, const ActionDraft& draft, std::vector<TextPart> parts, Span span) {
    drafting_->texts.push_back({node, &draft, std::move(parts), span});
}

void FlowLowering::resolve_names() {
    if (drafting_->texts.empty() && bound_.empty() && hand_overs_.empty() && generated_words_.empty()) return;
    std::vector<const ActionDraft*> order;
    for (const ActionDraft& draft : drafting_->drafts)
        if (!draft.dropped) order.push_back(&draft);
    std::vector<Span> faulty = faulty_;
    if (reported_.in_head()) faulty.push_back(head_.document.span());
    const std::set<std::string_view> doubtful = texts_within(head_.document, faulty);
    const NameFlow names(flow_, *graph_, order, head_.inputs);
    KnownNames known(flow_, order, names, head_, flows_, doubtful, sources_, diagnostics_);
    for (const TextUse& use : drafting_->texts) {
        const std::size_t before = diagnostics_.items().size(), open = known.left_open();
        builder_.set_text(use.node, keep(known.resolve(use)));
        label_use_since(before, use.draft->use);
        if (known.left_open() != open || (diagnostics_.items().size() != before && diagnostics_.has_errors()))
            mark_faulty(use.draft->span);
    }
    for (const BoundName& name : bound_) {
        const std::size_t before = diagnostics_.items().size();
        check_mapped_name(name, names, order, head_, diagnostics_);
        label_use_since(before, name.draft->use);
    }
    check_one_kind_a_name(bound_, diagnostics_);
    check_hand_overs(hand_overs_, flow_, names, flows_, doubtful, diagnostics_);
    check_spoken_language(names, order);
}

/// No machine grammar: words that are generated in English are not for a contact that speaks another language by then.
void FlowLowering::check_spoken_language(const NameFlow& names, const std::vector<const ActionDraft*>& order) {
    if (words_reported_) return;
    for (const GeneratedWords& words : generated_words_) {
        // The actions stand in the order of their steps.
        const auto first =
            std::lower_bound(order.begin(), order.end(), words.step,
                             [](const ActionDraft* draft, std::uint32_t step) { return draft->step < step; });
        if (first == order.end() || (*first)->step != words.step) continue;
        const NameFlow::State& state = names.before((*first)->action);
        if (state.foreign_language == no_action) continue;
        diagnostics_
            .report(rules::missing_option, words.span,
                    "the contact can have another language than English here, and this step's words are generated in "
                    "English; give `words:` in the head, or a `prompt`")
            .labels.push_back({order[state.foreign_language]->type_span, "the language is set here"});
        return;
    }
}

}  // namespace flowc::dsl
