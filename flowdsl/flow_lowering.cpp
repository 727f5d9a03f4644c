#include "flowdsl/flow_lowering.hpp"

#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "flowdsl/identifier.hpp"
#include "flowdsl/known_names.hpp"
#include "flowdsl/scalar.hpp"
#include "flowdsl/step_context.hpp"

namespace flowc::dsl {

namespace {

/// The word that should have been a verb: the first key that is no verb's option.
Node verbless(Node step) {
    Node first;
    for (const Entry entry : step.entries()) {
        const Node key = entry.key;
        if (!first) first = key;
        const auto is_option_of = [&](const VerbInfo* verb) {
            return std::any_of(verb->options.begin(), verb->options.end(),
                               [&](const OptionInfo& option) { return option.name == key.text(); });
        };
        const auto common = common_options();
        const bool is_common = std::any_of(common.begin(), common.end(),
                                           [&](const OptionInfo& option) { return option.name == key.text(); });
        if (!is_common && std::none_of(all_verbs().begin(), all_verbs().end(), is_option_of)) return key;
    }
    return first ? first : step;
}

std::string unknown_verb_message(Node word) {
    std::vector<std::string_view> known;
    for (const VerbInfo* verb : all_verbs()) known.push_back(verb->name);
    const std::string_view near = nearest(word.text(), known);
    return quote(word.text()) + " is no verb of the language; " +
           (near.empty() ? "`flowc explain verbs` lists them, and `action: Type` writes any action" : "did you mean `" + std::string{near} + "`?");
}

std::string option_list(const VerbInfo& verb) {
    std::vector<std::string_view> names;
    for (const OptionInfo& option : verb.options) names.push_back(option.name);
    return list(names, "and");
}

std::optional<std::int32_t> parse_coordinate(std::string_view text) {
    const auto value = parse_number(text);
    constexpr long farthest = 10'000'000;
    if (!value || *value < -farthest || *value > farthest) return std::nullopt;
    return static_cast<std::int32_t>(*value);
}

}  // namespace

FlowLowering::FlowLowering(const FlowHead& head, const CompileOptions& options, Diagnostics& diagnostics)
    : head_(head), options_(options), diagnostics_(diagnostics), builder_(flow_.tree) {
    flow_.name = head.name;
    flow_.name_span = head.name_span;
    flow_.description = head.description;
    flow_.type = head.type;
}

CompiledFlow FlowLowering::lower() {
    for (const auto [name, steps] : head_.blocks.entries()) blocks_.emplace(name.text(), new_label());
    const Label start = new_label();
    lower_head(start);
    for (const auto [name, steps] : head_.blocks.entries()) {
        if (!steps.is_sequence()) continue;  // reported with the head
        Scope scope;
        scope.place = scope.block = name.text();
        scope.group = ++groups_;
        scope.handles_errors = is_error_block(name.text());
        lower_sequence(steps, scope, blocks_.at(name.text()));
    }
    lower_error_blocks();
    lower_shared_exits();
    fill_name_copies();
    build_graph();
    note_menus_entered_again();
    resolve_names();
    return {std::move(flow_), std::move(resources_)};
}

// ---- steps

void FlowLowering::lower_head(Label start) {
    Scope scope;
    scope.place = scope.block = "head";
    Label entry = new_label();
    start_ = entry;
    for (const HeadStep& step : head_.steps) {
        const VerbInfo* verb = find_verb(step.key.text());
        const Label next = new_label();
        StepContext context(*this, *verb, {}, step.key, step.value, scope, entry, next);
        finish_step(context, scope, next);
        entry = next;
    }
    alias(entry, start);
    scope.place = scope.block = "start";
    if (head_.start.is_sequence()) lower_sequence(head_.start, scope, start);
}

void FlowLowering::lower_sequence(Node list, const Scope& scope, Label entry) {
    std::size_t left = list.size();
    if (left == 0) {
        diagnostics_.report(rules::not_a_step, list.span(), "there is no step in this list; write at least one, such as `hangup`");
        silence(entry);
        return;
    }
    Label self = entry;
    for (const Node step : list.items()) {
        const Label next = --left ? new_label() : falls_off(step, scope);
        lower_step(step, scope, self, next);
        self = next;
    }
}

void FlowLowering::lower_step(Node step, const Scope& scope, Label self, Label next) {
    if (step.is_scalar()) return lower_jump(step, scope, self);
    const auto give_up = [&](Span span, std::string message, const RuleInfo& rule) {
        diagnostics_.report(rule, span, std::move(message));
        mark_faulty(step.span());
        silence_fall(next);
        alias(self, next);
    };
    if (!step.is_mapping())
        return give_up(step.span(), "a step is a map with one verb, such as `say: Welcome`, or a bare word", rules::not_a_step);
    Node key, value;
    for (const auto [name, content] : step.entries()) {
        if (!find_verb(name.text())) continue;
        if (key)
            return give_up(name.span(), "one step has two verbs, `" + std::string{key.text()} + "` and `" +
                                            std::string{name.text()} + "`; begin a new step with `- ` before the second",
                           rules::not_a_step);
        key = name;
        value = content;
    }
    if (!key) {
        const Node word = verbless(step);
        return give_up(word.span(), unknown_verb_message(word), rules::unknown_verb);
    }
    const VerbInfo& verb = *find_verb(key.text());
    const std::size_t before = diagnostics_.items().size();
    check_step_keys(step, verb);
    if (!verb.value_optional && value.is_scalar() && value.text().empty()) {
        return give_up(key.span(), "`" + std::string{verb.name} + "` needs a value" +
                                       (verb.example.empty() ? std::string{} : ", as in `" + std::string{verb.example} + "`"),
                       rules::missing_option);
    }
    StepContext context(*this, verb, step, key, value, scope, self, next);
    finish_step(context, scope, next);
    for (std::size_t i = before; i < diagnostics_.items().size(); ++i)
        if (diagnostics_.items()[i].severity == Severity::error) {
            mark_faulty(step.span());
            silence_fall(next);
            break;
        }
}

void FlowLowering::finish_step(StepContext& context, const Scope& scope, Label next) {
    const std::size_t first = drafts_.size();
    ++steps_;
    context.verb_.lower(context);
    if (drafts_.size() == first) {
        alias(context.self_, next);
    } else {
        copy_bound_names(context);
        wire(context);
        place_step(context.step_, drafts_[first]);
    }
    if (context.has_on_error() && !context.asked_for_failure_)
        diagnostics_.report(rules::unknown_option, context.step_.find_key("on_error").span(),
                            "`" + std::string{context.verb_.name} + "` cannot fail: the service has no error branch for it; remove `on_error`");
    std::stable_sort(context.lists_.begin(), context.lists_.end(),
                     [](const auto& a, const auto& b) { return a.list.span().begin < b.list.span().begin; });
    for (const auto& inline_list : context.lists_) {
        Scope inner;
        inner.place = std::string{context.stem_} + '-' + identifier_from(inline_list.key);
        inner.block = scope.block;
        inner.group = scope.group;
        inner.owner = &context.verb_;
        inner.owner_self = context.self_;
        inner.owner_next = next;
        inner.handles_errors = scope.handles_errors || inline_list.key == "on_error";
        lower_sequence(inline_list.list, inner, inline_list.label);
    }
}

void FlowLowering::lower_jump(Node word, const Scope& scope, Label self) {
    if (const VerbInfo* verb = find_verb(word.text()); verb && !is_reserved_word(word.text())) {
        diagnostics_.report(rules::missing_option, word.span(),
                            "`" + std::string{verb->name} + "` needs a value" +
                                (verb->example.empty() ? std::string{} : ", as in `" + std::string{verb->example} + "`"));
        silence(self);
        return;
    }
    jumps_.push_back({self, word.span()});
    alias(self, word_target(word, scope.owner_self, scope.owner_next, scope.owner, false), word.span());
}

void FlowLowering::check_step_keys(Node step, const VerbInfo& verb) {
    std::vector<std::string_view> known;
    for (const OptionInfo& option : verb.options) known.push_back(option.name);
    for (const OptionInfo& option : common_options()) known.push_back(option.name);
    for (const OptionInfo& option : verb.options)
        if (option.required && !step.find_key(option.name))
            diagnostics_.report(rules::missing_option, step.find_key(verb.name).span(),
                                "`" + std::string{verb.name} + "` needs `" + std::string{option.name} + "`: " + std::string{option.summary});
    for (const auto [key, value] : step.entries()) {
        if (key.text() == verb.name || std::find(known.begin(), known.end(), key.text()) != known.end()) continue;
        const std::string_view near = nearest(key.text(), known);
        const std::string own = verb.options.empty() ? "it takes none of its own" : "it takes " + option_list(verb);
        diagnostics_.report(rules::unknown_option, key.span(),
                            "`" + std::string{verb.name} + "` has no option " + quote(key.text()) + "; " +
                                (near.empty() ? own : "did you mean `" + std::string{near} + "`?"));
    }
}

void FlowLowering::place_step(Node step, ActionDraft& first) {
    const Node at = step.find("at");
    if (!at) return;
    const auto read = [&](std::string_view axis) { return parse_coordinate(at.find(axis).text()); };
    const auto x = read("x");
    const auto y = read("y");
    if (!x || !y || at.size() != 2) {
        diagnostics_.report(rules::bad_value, at.span(), "`at` takes a place in the designer, `{x: 200, y: 100}`, in pixels");
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
        if (row.mirrors.starts_with("error:")) {
            if (const Edge* edge = branch(Transition::Kind::error, row.mirrors.substr(6))) draft->next = edge->target;
        } else if (row.mirrors.starts_with("condition:")) {
            if (const Edge* edge = branch(Transition::Kind::condition, row.mirrors.substr(10))) draft->next = edge->target;
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
        copy.edges.push_back({Transition::Kind::error, "NoMatchingError", no_node, behind, copy.type_span, copy.type_span});
        step.drafts_[i]->next = here;
        name_copies_.push_back(&copy);
        return;
    }
}

// ---- blocks that nobody wrote as such

bool FlowLowering::is_error_block(std::string_view block) const {
    if (head_.on_error.is_scalar()) return head_.on_error.text() == block;
    for (const auto [verb, target] : head_.on_error.entries())
        if (target.is_scalar() && target.text() == block) return true;
    return false;
}

void FlowLowering::lower_error_blocks() {
    // Lowering one may use another, so the list may grow.
    for (std::size_t i = 0; i < error_blocks_.size(); ++i) {
        const ErrorBlock block = error_blocks_[i];
        Scope scope;
        scope.place = scope.block = block.place;
        scope.group = ++groups_;
        scope.handles_errors = true;
        lower_sequence(block.list, scope, block.label);
    }
}

void FlowLowering::lower_shared_exits() {
    static constexpr std::pair<std::string_view, ActionType> words[] = {
        {"hangup", ActionType::DisconnectParticipant},
        {"end", ActionType::EndFlowExecution},
        {"return", ActionType::EndFlowModuleExecution}};
    for (const auto& [word, type] : words) {
        const auto used = exits_.find(word);
        if (used == exits_.end()) continue;
        ++steps_;
        Scope scope;
        scope.block = word;
        scope.group = ++groups_;
        ActionDraft& draft = add(type, word, scope, used->second.first_use, used->second.first_use);
        draft.parameters = builder_.begin(NodeKind::mapping, used->second.first_use);
        builder_.end(draft.parameters, used->second.first_use.end);
        bind(used->second.label, draft);
    }
}

// ---- drafts

ActionDraft& FlowLowering::add(ActionType type, std::string_view identifier, const Scope& scope, Span span, Span verb) {
    ActionDraft& draft = drafts_.emplace_back();
    draft.type = type;
    draft.identifier = keep(fit_identifier(std::string{identifier}));
    draft.span = span.empty() ? verb : span;
    draft.type_span = verb;
    draft.place = keep(scope.block);
    draft.group = scope.group;
    draft.step = steps_;
    return draft;
}

std::string_view FlowLowering::step_stem(const Scope& scope, const VerbInfo& verb, std::string_view name) {
    const std::string stem = scope.place + '-' + identifier_from(verb.name);
    if (!name.empty()) return keep(stem + '-' + identifier_from(name));
    return keep(stem + '-' + std::to_string(++counters_[stem]));
}

void FlowLowering::use_text(NodeId node, const ActionDraft& draft, std::vector<TextPart> parts, Span span) {
    texts_.push_back({node, &draft, std::move(parts), span});
}

void FlowLowering::resolve_names() {
    std::vector<const ActionDraft*> order;
    for (const ActionDraft& draft : drafts_)
        if (!draft.dropped) order.push_back(&draft);
    KnownNames known(flow_, std::move(order), head_, faulty_, diagnostics_);
    for (const TextUse& use : texts_) {
        const std::size_t before = diagnostics_.items().size();
        builder_.set_text(use.node, keep(known.resolve(use)));
        if (diagnostics_.items().size() != before && diagnostics_.has_errors()) mark_faulty(use.draft->span);
    }
    for (const BoundName& name : bound_) known.check_mapped(name);
}

}  // namespace flowc::dsl
