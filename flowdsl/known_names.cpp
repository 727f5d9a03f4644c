#include "flowdsl/known_names.hpp"

#include <algorithm>
#include <deque>

#include "diagnostics/suggest.hpp"
#include "flowdsl/reference.hpp"

namespace flowc::dsl {

namespace {

constexpr std::size_t none = ~std::size_t{0};

bool test(const std::vector<std::uint64_t>& bits, std::size_t i) { return (bits[i / 64] >> (i % 64)) & 1u; }
void set(std::vector<std::uint64_t>& bits, std::size_t i) { bits[i / 64] |= std::uint64_t{1} << (i % 64); }

bool unite(std::vector<std::uint64_t>& into, const std::vector<std::uint64_t>& from) {
    bool changed = false;
    for (std::size_t i = 0; i < into.size(); ++i) {
        const std::uint64_t merged = into[i] | from[i];
        changed = changed || merged != into[i];
        into[i] = merged;
    }
    return changed;
}

bool intersect(std::vector<std::uint64_t>& into, const std::vector<std::uint64_t>& from) {
    bool changed = false;
    for (std::size_t i = 0; i < into.size(); ++i) {
        const std::uint64_t merged = into[i] & from[i];
        changed = changed || merged != into[i];
        into[i] = merged;
    }
    return changed;
}

std::string_view root_of(std::string_view name) { return name.substr(0, name.find('.')); }

}  // namespace

KnownNames::KnownNames(const Flow& flow, std::vector<const ActionDraft*> order, const FlowHead& head,
                       std::set<std::string_view> doubtful, const Sources& sources, Diagnostics& diagnostics)
    : flow_(flow), order_(std::move(order)), head_(head), doubtful_(std::move(doubtful)), sources_(sources), diagnostics_(diagnostics) {
    for (ActionId id = 0; id < order_.size(); ++id) {
        actions_.emplace_back(order_[id], id);
        for (const auto name : order_[id]->attributes) names_.emplace_back(name, false);
        for (const auto name : order_[id]->flow_attributes) names_.emplace_back(name, true);
        if (order_[id]->replaces_external) lambdas_.push_back(id);
    }
    for (const Node input : head_.inputs)
        if (!input.text().starts_with("external.")) names_.emplace_back(input.text(), false);
    std::sort(names_.begin(), names_.end());
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
    std::sort(actions_.begin(), actions_.end());
    solve();
}

std::size_t KnownNames::name_id(std::string_view name, bool in_flow) const {
    const auto at = std::lower_bound(names_.begin(), names_.end(), std::pair{name, in_flow});
    return at != names_.end() && *at == std::pair{name, in_flow} ? static_cast<std::size_t>(at - names_.begin()) : none;
}

std::optional<ActionId> KnownNames::action_of(const ActionDraft* draft) const {
    const auto at = std::lower_bound(actions_.begin(), actions_.end(), std::pair{draft, ActionId{0}});
    if (at == actions_.end() || at->first != draft) return std::nullopt;
    return at->second;
}

KnownNames::State KnownNames::behind(ActionId action) const {
    State state = before_[action];
    const ActionDraft& draft = *order_[action];
    const auto write = [&](std::string_view name, bool in_flow) {
        const std::size_t id = name_id(name, in_flow);
        set(state.some, id);
        set(state.all, id);
    };
    for (const auto name : draft.attributes) write(name, false);
    for (const auto name : draft.flow_attributes) write(name, true);
    if (draft.replaces_external) {
        std::fill(state.latest.begin(), state.latest.end(), 0);
        set(state.latest, static_cast<std::size_t>(
                              std::lower_bound(lambdas_.begin(), lambdas_.end(), action) - lambdas_.begin()));
    }
    if (draft.stores_input) {
        state.input = true;
        state.secret = draft.encrypts_input;
    }
    return state;
}

bool KnownNames::flow_into(const State& from, State& to) {
    if (!to.reached) {
        to = from;
        to.reached = true;
        return true;
    }
    const bool some = unite(to.some, from.some);
    const bool all = intersect(to.all, from.all);
    const bool latest = unite(to.latest, from.latest);
    const bool input = (from.input && !to.input) || (from.secret && !to.secret);
    to.input = to.input || from.input;
    to.secret = to.secret || from.secret;
    return some || all || latest || input;
}

void KnownNames::solve() {
    const std::size_t name_words = names_.size() / 64 + 1;
    const std::size_t lambda_words = (lambdas_.size() + 1) / 64 + 1;
    const State empty{Bits(name_words), Bits(name_words), Bits(lambda_words)};
    before_.assign(order_.size(), empty);
    if (flow_.start == no_action) return;
    State start = empty;
    start.reached = true;
    set(start.latest, lambdas_.size());
    for (const Node input : head_.inputs)
        if (const std::size_t id = name_id(input.text(), false); id != none) {
            set(start.some, id);
            set(start.all, id);
        }
    before_[flow_.start] = start;
    std::deque<ActionId> work{flow_.start};
    std::vector<bool> waiting(order_.size());
    while (!work.empty()) {
        const ActionId action = work.front();
        work.pop_front();
        waiting[action] = false;
        const State out = behind(action);
        for (const Transition& transition : flow_.transitions_of(flow_.actions[action])) {
            if (transition.target == no_action || !flow_into(out, before_[transition.target])) continue;
            if (!waiting[transition.target]) work.push_back(transition.target);
            waiting[transition.target] = true;
        }
    }
}

std::string KnownNames::resolve(const TextUse& use) {
    std::string text;
    for (std::size_t i = 0; i < use.parts.size(); ++i) {
        const TextPart& part = use.parts[i];
        if (!part.is_reference) {
            text += part.text;
            continue;
        }
        const char following = i + 1 < use.parts.size() ? (use.parts[i + 1].is_reference ? '$' : use.parts[i + 1].text[0]) : '\0';
        text += resolve_name(use, part, following);
    }
    return text;
}

std::string KnownNames::resolve_name(const TextUse& use, const TextPart& part, char following) {
    const std::string_view name = part.text;
    if (name.starts_with("$.") || name.starts_with("$[")) return std::string{name};
    if (const SystemWord* word = find_system_word(name)) {
        if (name == "input") {
            const auto action = action_of(use.draft);
            const bool asked = is_doubtful("digits") || is_doubtful("phone") || is_doubtful("secret");
            if (action && before_[*action].reached && !before_[*action].input && !asked)
                diagnostics_.report(rules::unknown_name, part_span(use, part),
                                    "`{input}` is what the caller has typed, and no `ask` comes before it; add one");
            if (action && before_[*action].secret && info(use.draft->type).has(Effect::speaks))
                diagnostics_.report(rules::unknown_name, part_span(use, part),
                                    "`{input}` is ciphertext here: `ask: secret` has encrypted it, and it cannot be spoken");
        }
        return native_path(word->path, following);
    }
    if (const std::size_t dot = name.find('.'); dot != std::string_view::npos && dot + 1 < name.size())
        if (const NameSpace* space = find_namespace(name.substr(0, dot)))
            return native_path(space->path, name.substr(dot + 1), following);

    const auto action = action_of(use.draft);
    const State& state = before_[action.value_or(0)];
    const std::size_t attribute = name_id(name, false);
    const std::size_t in_flow = name_id(name, true);
    const Node accepted = head_.accepts.find(root_of(name));
    // What nothing reaches is reported as such; its names are taken as they come.
    const bool reached = action && state.reached;
    const bool is_attribute = attribute != none && (!reached || test(state.some, attribute));
    const bool is_flow = in_flow != none && (!reached || test(state.some, in_flow));
    bool is_field = false;
    for (std::size_t i = 0; i < lambdas_.size(); ++i)
        is_field = is_field || ((!reached || test(state.latest, i)) && lists(*order_[lambdas_[i]], name));
    const bool listed_before = reached && test(state.latest, lambdas_.size()) && listed_in_inputs(name);
    is_field = is_field || listed_before;

    if (is_attribute + is_flow + is_field + static_cast<bool>(accepted) > 1) {
        std::vector<std::string> ways;
        if (is_attribute) ways.push_back("attributes." + part.text);
        if (is_flow) ways.push_back("flow." + part.text);
        if (is_field) ways.push_back("external." + part.text);
        if (accepted) ways.push_back("accepts." + part.text);
        const std::vector<std::string_view> words(ways.begin(), ways.end());
        diagnostics_.report(rules::unknown_name, part_span(use, part),
                            quote(name) + " can mean two things here; write " + list(words, "or"));
        return std::string{name};
    }
    if (is_attribute) {
        if (reached && !test(state.all, attribute)) report_maybe(use, part, *action, attribute);
        return native_path("$.Attributes", name, following);
    }
    if (is_flow) {
        if (reached && !test(state.all, in_flow)) report_maybe(use, part, *action, in_flow);
        return native_path("$.FlowAttributes", name, following);
    }
    if (accepted) return native_path("$.Modules.Input", name, following);
    if (is_field) return lambda_field(use, part, following);
    report_unknown(use, part, state);
    return std::string{name};
}

std::string KnownNames::lambda_field(const TextUse& use, const TextPart& part, char following) {
    const auto action = action_of(use.draft);
    if (action && before_[*action].reached) {
        const State& state = before_[*action];
        for (std::size_t i = 0; i < lambdas_.size(); ++i) {
            if (!test(state.latest, i) || lists(*order_[lambdas_[i]], part.text)) continue;
            diagnostics_.report(rules::unknown_name, part_span(use, part),
                                quote(part.text) + " may have been replaced: another Lambda can have answered last here; `save` it to an attribute at the first one, and read that")
                .labels.push_back({order_[lambdas_[i]]->type_span, "this Lambda's answer does not list it"});
            return part.text;
        }
        if (test(state.latest, lambdas_.size()) && !listed_in_inputs(part.text))
            diagnostics_.report(rules::unknown_name, part_span(use, part),
                                quote(part.text) + " comes from a Lambda, and some path gets here without calling it; call it on every path, or go another way");
    }
    return native_path("$.External", part.text, following);
}

bool KnownNames::is_doubtful(std::string_view name) const {
    return doubtful_.count(name) != 0 || doubtful_.count(root_of(name)) != 0;
}

bool KnownNames::lists(const ActionDraft& lambda, std::string_view field) const {
    for (const std::string_view known : lambda.fields)
        if (known == field || known == root_of(field)) return true;
    return false;
}

bool KnownNames::listed_in_inputs(std::string_view field) const {
    for (const Node input : head_.inputs) {
        const std::string_view text = input.text();
        if (text.starts_with("external.") && (text.substr(9) == field || text.substr(9) == root_of(field))) return true;
    }
    return false;
}

Span KnownNames::part_span(const TextUse& use, const TextPart& part) const {
    return place_of('{' + part.text + '}', part.begin, use.span, sources_);
}

void KnownNames::report_unknown(const TextUse& use, const TextPart& part, const State& state) {
    ++left_open_;
    if (is_doubtful(part.text)) return;
    for (std::size_t i = 0; i < lambdas_.size(); ++i)
        if (test(state.latest, i) && order_[lambdas_[i]]->faulty) return;
    std::vector<std::string_view> known;
    for (const SystemWord& word : system_words()) known.push_back(word.word);
    for (std::size_t i = 0; i < names_.size(); ++i)
        if (test(state.some, i)) known.push_back(names_[i].first);
    for (std::size_t i = 0; i < lambdas_.size(); ++i)
        if (test(state.latest, i))
            known.insert(known.end(), order_[lambdas_[i]]->fields.begin(), order_[lambdas_[i]]->fields.end());
    const std::string_view near = nearest(part.text, known);
    std::string message = "nothing before this step gives " + quote(part.text) + "; ";
    const ActionDraft* elsewhere = nullptr;
    for (const ActionDraft* draft : order_)
        if (!elsewhere && (std::find(draft->attributes.begin(), draft->attributes.end(), part.text) != draft->attributes.end() ||
                           lists(*draft, part.text)))
            elsewhere = draft;
    if (elsewhere)
        message += elsewhere->replaces_external && !elsewhere->fields.empty() && lists(*elsewhere, part.text)
                       ? "the Lambda that answers it is called elsewhere, or another has answered since: `save` it to an attribute"
                       : "it is set elsewhere, on no path that leads here";
    else if (!near.empty())
        message += "did you mean `" + std::string{near} + "`?";
    else
        message += "`set` it, list it in a Lambda's `returns`, or name it in `inputs:` if an earlier flow sets it";
    Diagnostic& found = diagnostics_.report(rules::unknown_name, part_span(use, part), std::move(message));
    if (elsewhere) found.labels.push_back({elsewhere->type_span, "here"});
}

void KnownNames::report_maybe(const TextUse& use, const TextPart& part, ActionId action, std::size_t name) {
    if (is_doubtful(part.text)) return;
    // The shortest path from the start that never writes the name, told by its steps.
    std::vector<ActionId> from(order_.size(), no_action);
    std::deque<ActionId> work{flow_.start};
    from[flow_.start] = flow_.start;
    const auto writes = [&](const ActionDraft& draft) {
        const auto& list = names_[name].second ? draft.flow_attributes : draft.attributes;
        return std::find(list.begin(), list.end(), names_[name].first) != list.end();
    };
    while (!work.empty() && from[action] == no_action) {
        const ActionId here = work.front();
        work.pop_front();
        if (writes(*order_[here])) continue;
        for (const Transition& transition : flow_.transitions_of(flow_.actions[here]))
            if (transition.target != no_action && from[transition.target] == no_action) {
                from[transition.target] = here;
                work.push_back(transition.target);
            }
    }
    Diagnostic& found = diagnostics_.report(rules::maybe_unknown_name, part_span(use, part),
                                            quote(part.text) + " is set on some paths only and is empty on others; `set` it on every path, or name it in `inputs:`");
    if (from[action] == no_action || action == flow_.start) return;
    std::vector<ActionId> path;
    for (ActionId at = from[action]; at != flow_.start; at = from[at]) path.push_back(at);
    path.push_back(flow_.start);
    std::reverse(path.begin(), path.end());
    // Only the steps that choose show where the path leaves the others.
    std::size_t shown = 0;
    for (std::size_t i = 0; i < path.size() && shown < 4; ++i) {
        if (order_[path[i]]->edges.empty() && i + 1 != path.size()) continue;
        found.labels.push_back({order_[path[i]]->type_span, shown == 0 ? "a path that does not set it goes from here" : "through here"});
        ++shown;
    }
}

void KnownNames::check_hand_over(const HandOver& step) {
    const auto action = action_of(step.draft);
    if (!action || !before_[*action].reached) return;
    for (const FlowHead& other : *head_.siblings) {
        if (other.name != step.flow) continue;
        for (const Node input : other.inputs) {
            if (input.text().starts_with("external.") || is_doubtful(input.text())) continue;
            const std::size_t name = name_id(input.text(), false);
            if (name != none && test(before_[*action].some, name)) continue;
            diagnostics_.report(rules::maybe_unknown_name, step.span,
                                quote(step.flow) + " expects " + quote(input.text()) +
                                    ", and nothing before this step sets it; `set` it, or name it in the `inputs:` of this flow, too")
                .labels.push_back({input.span(), "expected here"});
        }
    }
}

void KnownNames::check_mapped(const BoundName& name) {
    if (name.draft->type == ActionType::MessageParticipantIteratively) {
        diagnostics_.report(rules::unresolved_name, name.span,
                            "a prompt in `loop_prompts` cannot be bound when the call runs: the service takes no references there; use `bind: arn`, or say the words");
        return;
    }
    const auto action = action_of(name.draft);
    if (lambdas_.empty() || !action || !before_[*action].reached) return;
    const bool has_map = std::any_of(lambdas_.begin(), lambdas_.end(), [&](ActionId id) { return order_[id]->maps; });
    if (head_.binding.mode == Binding::Mode::attributes) {
        const std::size_t copy = name_id("res_" + std::string{name.name}, false);
        if (has_map && (copy == none || !test(before_[*action].all, copy))) report_unmapped(name);
        return;
    }
    for (std::size_t i = 0; i < lambdas_.size(); ++i) {
        if (!test(before_[*action].latest, i) || order_[lambdas_[i]]->maps) continue;
        diagnostics_.report(rules::unresolved_name, name.span,
                            "`" + std::string{name.name} + "` is read from the mapping Lambda's answer, and another Lambda can have answered last here; move the step before it, or use `bind: attributes`")
            .labels.push_back({order_[lambdas_[i]]->type_span, "this Lambda replaces the answer"});
        return;
    }
    if (has_map && test(before_[*action].latest, lambdas_.size())) report_unmapped(name);
}

void KnownNames::report_unmapped(const BoundName& name) {
    diagnostics_.report(rules::unresolved_name, name.span,
                        quote(name.name) + " is read from the mapping Lambda's answer, and some path gets here without calling it; put the step marked `maps: on` before this one");
}

}  // namespace flowc::dsl
