#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/flow_lowering.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/words/borrowed_verb.hpp"
#include "flowdsl/words/offer_word.hpp"

/// The part of `FlowLowering` that knows where targets lead, and that turns labels into transitions.
namespace flowc::dsl {

Label FlowLowering::new_label() {
    drafting_->labels.emplace_back();
    return {static_cast<std::uint32_t>(drafting_->labels.size() - 1)};
}

void FlowLowering::bind(Label label, const ActionDraft& draft) {
    drafting_->labels[label.id].kind = LabelState::Kind::action;
    drafting_->labels[label.id].draft = &draft;
}

void FlowLowering::alias(Label label, Label to) {
    drafting_->labels[label.id].kind = LabelState::Kind::alias;
    drafting_->labels[label.id].to = to;
}

void FlowLowering::silence(Label label) { drafting_->labels[label.id].kind = LabelState::Kind::silent; }

void FlowLowering::silence_fall(Label label) {
    if (drafting_->labels[label.id].kind == LabelState::Kind::falls_off) silence(label);
}

Label FlowLowering::falls_off(Node step, const Scope& scope) {
    const Label label = new_label();
    LabelState& state = drafting_->labels[label.id];
    state.kind = LabelState::Kind::falls_off;
    state.last = step;
    state.inside = scope.owner != nullptr;
    state.use = use_;
    state.place = scope.block;
    return label;
}

Label FlowLowering::shared_exit(std::string_view word, Span first_use) {
    const auto [entry, added] = drafting_->exits.try_emplace(word);
    if (added) entry->second = {new_label(), first_use, use_};
    return entry->second.label;
}

Label FlowLowering::word_target(Node word, const UserScope& from, bool allow_none) {
    return {target_of(word, from, allow_none).id, word.span()};
}

Label FlowLowering::target_of(Node word, const UserScope& from, bool allow_none) {
    const std::string_view text = word.text();
    const auto refuse = [&](std::string message) {
        diagnostics_.report(rules::wrong_target, word.span(), std::move(message));
        return silent_label();
    };
    if (text == "next") {
        if (from.next != unset) return from.next;
        return refuse(
            "`next` means the step after the one that owns a target, and no step owns this one; name a block, or leave "
            "the line out");
    }
    if (text == "repeat") {
        if (from.self == unset)
            return refuse("`repeat` means the step that owns a target, and no step owns this one; name a block");
        if (!from.owner->repeatable) {
            std::vector<std::string_view> repeatable;
            for (const VerbInfo* verb : all_verbs())
                if (verb->repeatable) repeatable.push_back(verb->name);
            return refuse("`" + std::string{from.owner->name} +
                          "` cannot be repeated: it waits for nobody, and the call would turn in a circle; only " +
                          list(repeatable, "and") + " can");
        }
        return from.self;
    }
    if (text == "none") {
        if (allow_none) return no_branch;
        return refuse("`none` leaves a branch out, and this one is needed; write `next`, `hangup` or a block");
    }
    if (text == "return" && head_.type != FlowType::module)
        return refuse(
            "`return` goes back to the flow that invoked a module, and this is no module; write `hangup` or `end`");
    if (text == "hangup" || text == "end" || text == "return")
        return shared_exit(text == "hangup" ? "hangup" : text == "end" ? "end" : "return", word.span());
    const auto block = from.blocks->find(text);
    if (block != from.blocks->end()) return block->second;

    std::vector<std::string_view> known{"next", "hangup", "end"};
    for (const auto& [name, label] : *from.blocks) known.push_back(name);
    std::sort(known.begin() + 3, known.end());
    const std::string_view near = nearest(text, known);
    const bool is_definition = head_.definitions && head_.definitions->count(text) != 0;
    std::string message = "no block is called " + quote(text);
    if (text == "start") {
        message = "`start` is not a block and cannot be jumped to; move its steps into a block and jump there";
    } else if (from.blocks != &blocks_ && blocks_.count(text) != 0) {
        message = quote(text) +
                  " is a block of the flow, and a definition sees its own alone; write `${target}` here and `params: "
                  "[target]`, and name the block in `with`";
    } else if (is_definition) {
        message =
            quote(text) + " is a definition, and no block; a step that uses it is `use: " + std::string{text} + "`";
    } else if (const std::size_t end = text.find_first_of(" :");
               end != std::string_view::npos && find_verb(text.substr(0, end))) {
        const std::size_t value = std::min(text.find_first_not_of(" =", end + 1), text.size());
        message += std::string{text[end] == ':' ? "; a blank is missing behind the colon"
                                                : "; a step is written with a colon"} +
                   ", `" + std::string{text.substr(0, end)} + ": " + std::string{text.substr(value)} + "`";
    } else if (text.find(", ") != std::string_view::npos) {
        message += "; several steps are a list, `[" + std::string{text} + "]`";
    } else if (!near.empty()) {
        message += "; did you mean `" + std::string{near} + "`?";
    } else if (const std::string_view instead = instead_of_borrowed_verb(text); !instead.empty()) {
        message += "; " + std::string{instead};
    } else if (from.blocks->empty()) {
        message += "; write `next`, `hangup` or a list of steps, or add it under `blocks:`";
    } else {
        message += "; the blocks here are " + list(std::span{known}.subspan(3), "and") +
                   "; write one of them, or add it there";
    }
    // A head that was reported may hold blocks that could not be read.
    const auto unfilled = unfilled_.lower_bound(word.span().begin);
    const bool is_unfilled = unfilled != unfilled_.end() && *unfilled < word.span().end;
    const bool blocks_are_known = !head_.blocks || head_.blocks.is_mapping();
    if (!reported_.in_head() && blocks_are_known && !reported_.in(word.span()) && !is_unfilled)
        offer_word(diagnostics_.report(rules::unknown_target, word.span(), std::move(message)), word,
                   text == "start" || is_definition ? std::string_view{} : near);
    return silent_label();
}

Label FlowLowering::silent_label() {
    const Label label = new_label();
    silence(label);
    return label;
}

// ---- labels become transitions

FlowLowering::Way FlowLowering::resolve(Label label) {
    Way way;
    const auto no_way = [&](LabelState& last) {
        if (last.reported) return;
        last.reported = true;
        Node verb;
        for (const auto [key, value] : last.last.entries())
            if (find_verb(key.text())) verb = key;
        const std::string step = verb ? "`" + std::string{verb.text()} + "`" : "this step";
        std::string ways = last.inside ? "`next`, " : "";
        ways += head_.type == FlowType::module         ? "`return`"
                : head_.type == FlowType::contact_flow ? "`hangup`"
                                                       : "`hangup`, `end`";
        const std::size_t before = diagnostics_.items().size();
        diagnostics_.report(rules::falls_off, verb ? verb.span() : last.last.span(),
                            step + " is the last step of " + (last.inside ? "its list in " : "") + quote(last.place) +
                                " and nothing says where the caller goes then; add " + ways +
                                " or a block's name after it");
        label_use_since(before, last.use);
    };
    std::size_t steps = 0;
    while (label != unset && label != no_branch) {
        if (way.word.empty()) way.word = label.word;
        LabelState& state = drafting_->labels[label.id];
        switch (state.kind) {
            case LabelState::Kind::action:
                if (!state.draft->dropped) {
                    way.to = state.draft;
                    return way;
                }
                label = state.draft->next;
                break;
            case LabelState::Kind::alias:
                if (++steps > drafting_->labels.size()) {
                    if (!endless_reported_)
                        diagnostics_.report(
                            rules::endless_jump, state.to.word,
                            "these jumps lead to each other and to no step; let one of them lead to a step");
                    endless_reported_ = true;
                    return way;
                }
                label = state.to;
                break;
            case LabelState::Kind::falls_off: no_way(state); return way;
            case LabelState::Kind::open:
            case LabelState::Kind::silent: return way;
        }
    }
    return way;
}

void FlowLowering::build_graph() {
    bool placed = false;
    ActionId count = 0;
    std::size_t edges = 0;
    for (ActionDraft& draft : drafting_->drafts) {
        if (draft.dropped) continue;
        placed = placed || draft.at.has_value();
        draft.action = count++;
        edges += draft.edges.size() + 1;
    }
    flow_.actions.reserve(count);
    flow_.groups.reserve(count);
    flow_.transitions.reserve(edges);
    for (const ActionDraft& draft : drafting_->drafts) {
        if (draft.dropped) continue;
        Action action;
        action.type = draft.type;
        action.identifier = draft.identifier;
        action.type_name = draft.type == ActionType::unknown ? draft.type_name : info(draft.type).name;
        action.identifier_span = draft.identifier_span;
        action.type_span = draft.type_span;
        action.span = draft.span;
        action.use = draft.use;
        action.parameters = draft.parameters;
        action.first_transition = static_cast<std::uint32_t>(flow_.transitions.size());
        const auto add_transition = [&](Transition::Kind kind, const Edge& edge) {
            if (edge.target == no_branch) return;
            Transition transition;
            transition.kind = kind;
            transition.label = edge.label;
            const Way way = resolve(edge.target);
            transition.span = way.word.empty() ? draft.type_span : way.word;
            transition.label_span = edge.label_span;
            transition.operands = edge.operands;
            if (way.to) {
                transition.target = way.to->action;
                transition.target_name = way.to->identifier;
            } else {
                incomplete_ = true;
            }
            flow_.transitions.push_back(transition);
        };
        if (draft.next != unset)
            add_transition(Transition::Kind::next, {Transition::Kind::next, {}, no_node, draft.next, draft.type_span});
        for (const Transition::Kind kind : {Transition::Kind::condition, Transition::Kind::error})
            for (const Edge& edge : draft.edges)
                if (edge.kind == kind) add_transition(kind, edge);
        action.transition_count = static_cast<std::uint32_t>(flow_.transitions.size()) - action.first_transition;
        flow_.actions.push_back(action);
        flow_.groups.push_back(draft.group);
        if (placed) flow_.positions.push_back(draft.at);
    }
    if (const ActionDraft* first = resolve(start_).to) {
        flow_.start = first->action;
        flow_.start_name = first->identifier;
        flow_.start_span = first->type_span;
    } else {
        incomplete_ = true;
    }
    report_unreached_jumps();
}

void FlowLowering::report_unreached_jumps() {
    if (drafting_->jumps.empty() || incomplete()) return;
    std::vector<bool> used(drafting_->labels.size());
    const auto use = [&](Label label) {
        while (label.id < drafting_->labels.size() && !used[label.id]) {
            used[label.id] = true;
            label =
                drafting_->labels[label.id].kind == LabelState::Kind::alias ? drafting_->labels[label.id].to : unset;
        }
    };
    use(start_);
    for (const ActionDraft& draft : drafting_->drafts) {
        use(draft.next);
        for (const Edge& edge : draft.edges) use(edge.target);
    }
    for (const auto& [label, word, of] : drafting_->jumps) {
        if (used[label.id]) continue;
        const std::size_t before = diagnostics_.items().size();
        diagnostics_.report(
            rules::unreachable_step, word,
            "nothing leads to this step: what stands before it never goes on; remove it, or let a target lead here");
        label_use_since(before, of);
    }
}

}  // namespace flowc::dsl
