#include "flowdsl/names/known_names.hpp"

#include <algorithm>
#include <deque>

#include "diagnostics/suggest.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/reference.hpp"
#include "flowdsl/words/scalar.hpp"
#include "flowdsl/words/text_template.hpp"

namespace flowc::dsl {

namespace {

std::string_view root_of(std::string_view name) { return name.substr(0, name.find('.')); }

std::vector<std::string_view> names_of(const std::vector<Contract::Field>& fields) {
    std::vector<std::string_view> names;
    for (const Contract::Field& field : fields) names.push_back(field.name);
    return names;
}

/// "; did you mean `x`?", or what there is.
std::string instead(std::string_view word, const std::vector<Contract::Field>& fields, std::string_view has) {
    const std::vector<std::string_view> known = names_of(fields);
    const std::string_view near = nearest(word, known);
    if (!near.empty()) return "; did you mean `" + std::string{near} + "`?";
    return known.empty() ? std::string{} : "; it " + std::string{has} + " " + list(known, "and");
}

/// What a case compares with may be known only when the flow runs.
bool is_reference(Node operand) { return operand.text().starts_with('$') || has_reference(operand.text()); }

}  // namespace

KnownNames::KnownNames(const Flow& flow, const std::vector<const ActionDraft*>& order, const NameFlow& names,
                       const FlowHead& head, const KnownFlows& flows, const std::set<std::string_view>& doubtful,
                       const Sources& sources, Diagnostics& diagnostics)
    : flow_(flow), order_(order), names_(names), head_(head), flows_(flows), doubtful_(doubtful), sources_(sources),
      diagnostics_(diagnostics) {}

std::string KnownNames::resolve(const TextUse& use) {
    std::string text;
    for (std::size_t i = 0; i < use.parts.size(); ++i) {
        const TextPart& part = use.parts[i];
        if (!part.is_reference) {
            text += part.text;
            continue;
        }
        const char following =
            i + 1 < use.parts.size() ? (use.parts[i + 1].is_reference ? '$' : use.parts[i + 1].text[0]) : '\0';
        text += resolve_name(use, part, following);
    }
    return text;
}

std::string KnownNames::resolve_name(const TextUse& use, const TextPart& part, char following) {
    const std::string_view name = part.text;
    if (name.starts_with("$.") || name.starts_with("$[")) {
        if (is_path(name)) return native_path(name, following);
        ++left_open_;
        diagnostics_.report(
            rules::unknown_name, part_span(use, part),
            quote(name) +
                " is no path of the service; write one such as `{$.Attributes.Category}`, or `{{` for a brace");
        return std::string{name};
    }
    if (const SystemWord* word = find_system_word(name)) {
        if (name == "input") check_input(use, part);
        if (name == "module_result") check_result(use, part);
        check_filled(use, part);
        return native_path(word->path, following);
    }
    if (const std::size_t dot = name.find('.'); dot != std::string_view::npos && dot + 1 < name.size())
        if (const NameSpace* space = find_namespace(name.substr(0, dot))) {
            if (space->prefix == "accepts") check_accepted(use, part, name.substr(dot + 1));
            else if (space->prefix == "module") check_produced(use, part, name.substr(dot + 1));
            else check_prefixed(use, part, space->prefix, name.substr(dot + 1));
            return native_path(space->path, name.substr(dot + 1), following);
        }

    const ActionId action = use.draft->action;
    const State& state = names_.before(action == no_action ? 0 : action);
    const auto attribute = names_.name(name, false);
    const auto in_flow = names_.name(name, true);
    const Contract::Field* accepted = find_field(head_.contract.accepts, root_of(name));
    // What nothing reaches is reported as such; its names are taken as they come.
    const bool reached = action != no_action && state.reached;
    const bool is_attribute = attribute && (!reached || names_.is_written(state, *attribute));
    const bool is_flow = in_flow && (!reached || names_.is_written(state, *in_flow));
    const auto& lambdas = names_.lambdas();
    bool is_field = reached && names_.no_lambda_yet(state) && listed_in_inputs(name);
    for (std::size_t i = 0; i < lambdas.size(); ++i)
        is_field = is_field || ((!reached || names_.may_answer(state, i)) && lists(*order_[lambdas[i]], name));

    if (is_attribute + is_flow + is_field + (accepted != nullptr) > 1) {
        std::vector<std::string> ways;
        const auto add_way = [&](std::string_view space) { ways.push_back(std::string{space}.append(name)); };
        if (is_attribute) add_way("attributes.");
        if (is_flow) add_way("flow.");
        if (is_field) add_way("external.");
        if (accepted) add_way("accepts.");
        const std::vector<std::string_view> words(ways.begin(), ways.end());
        diagnostics_.report(rules::unknown_name, part_span(use, part),
                            quote(name) + " can mean two things here; write " + list(words, "or"));
        return std::string{name};
    }
    if (is_attribute) {
        if (reached && names_.may_be_missing(state, *attribute)) report_maybe(use, part, action, *attribute);
        return native_path("$.Attributes", name, following);
    }
    if (is_flow) {
        if (reached && names_.may_be_missing(state, *in_flow)) report_maybe(use, part, action, *in_flow);
        return native_path("$.FlowAttributes", name, following);
    }
    if (accepted) {
        check_accepted(use, part, name);
        return native_path("$.Modules.Input", name, following);
    }
    if (is_field) return lambda_field(use, part, following);
    report_unknown(use, part, state);
    return std::string{name};
}

void KnownNames::check_input(const TextUse& use, const TextPart& part) {
    const ActionId action = use.draft->action;
    if (action == no_action) return;
    const bool asked = is_doubtful("digits") || is_doubtful("phone") || is_doubtful("secret");
    if (names_.before(action).reached && !names_.before(action).input && !asked)
        diagnostics_.report(rules::unknown_name, part_span(use, part),
                            "`{input}` is what the caller has typed, and no `ask` comes before it; add one");
    if (!names_.before(action).secret) return;
    check_secret_cases(use);
    if (info(use.draft->type).has(Effect::speaks))
        diagnostics_.report(rules::unknown_name, part_span(use, part),
                            "`{input}` is ciphertext here: `ask: secret` has encrypted it, and it cannot be spoken");
}

/// Cases that compare what has been encrypted. Of silence the service says `Timeout` in clear.
void KnownNames::check_secret_cases(const TextUse& use) {
    if (use.parts.size() != 1) return;
    for (const Edge& edge : use.draft->edges) {
        if (edge.kind != Transition::Kind::condition) continue;
        for (const Node operand : flow_.node(edge.operands).items())
            if (operand.text() != "Timeout")
                diagnostics_
                    .report(rules::unknown_name, edge.label_span,
                            "`{input}` is ciphertext here: `ask: secret` has encrypted it, so this case can never be "
                            "met; let a Lambda decrypt and compare it")
                    .severity = Severity::warning;
    }
}

/// `field` is one that the module is told.
void KnownNames::check_accepted(const TextUse& use, const TextPart& part, std::string_view field) {
    const auto refuse = [&](std::string message) {
        diagnostics_.report(rules::module_contract, part_span(use, part), std::move(message));
    };
    if (!head_.is_module)
        return refuse(
            "only a module accepts values, and this is a flow; read an attribute, which `inputs:` names where an "
            "earlier flow sets it");
    const auto& accepts = head_.contract.accepts;
    const Contract::Field* known = find_field(accepts, root_of(field));
    if (!known && is_doubtful(root_of(field))) return;
    if (!known)
        return refuse("this module accepts no " + quote(field) +
                      (accepts.empty() ? "; declare it, `accepts: {" + std::string{root_of(field)} + ": text}`"
                                       : instead(root_of(field), accepts, "accepts")));
    if (known->name != field)
        return refuse(quote(known->name) + " is a " + std::string{to_string(known->type)} +
                      " by `accepts`, and nothing stands inside it; write `" + known->name + "`");
    check_cases(use, part, known->type);
}

/// `field` is one that the module which was invoked last hands back.
void KnownNames::check_produced(const TextUse& use, const TextPart& part, std::string_view field) {
    const ActionId action = use.draft->action;
    if (action == no_action || !names_.before(action).reached) return;
    const State& state = names_.before(action);
    const Contract::Field* known = nullptr;
    for (std::size_t i = 0; i < names_.modules().size(); ++i) {
        const KnownFlows::Flow& module = order_[names_.modules()[i]]->module;
        if (!names_.may_return(state, i) || !module) continue;
        known = find_field(module->contract.produces, root_of(field));
        if (known && known->name == field) continue;
        diagnostics_
            .report(rules::module_contract, part_span(use, part),
                    quote(module->name) + " produces no " + quote(field) +
                        instead(field, module->contract.produces, "produces"))
            .labels.push_back({flows_.place(module, module->name_span), "the module that was invoked last"});
        return;
    }
    if (known) check_cases(use, part, known->type);
    check_invoked(use, part);
}

/// What a module leaves is there when one was invoked on every path.
void KnownNames::check_invoked(const TextUse& use, const TextPart& part) {
    if (names_.no_module_yet(names_.before(use.draft->action)) && !is_doubtful("invoke"))
        diagnostics_.report(rules::maybe_unknown_name, part_span(use, part),
                            quote(part.text) + " is what a module hands back, and " +
                                (names_.modules().empty() ? "nothing invokes one before this step"
                                                          : "some path gets here without invoking one") +
                                "; `invoke` it on every path");
}

/// Cases that are no result of a module that can have been invoked last.
void KnownNames::check_result(const TextUse& use, const TextPart& part) {
    const ActionId action = use.draft->action;
    if (action == no_action || !names_.before(action).reached) return;
    const State& state = names_.before(action);
    std::vector<const FlowInterface*> modules;
    bool all_known = true;
    for (std::size_t i = 0; i < names_.modules().size(); ++i) {
        if (!names_.may_return(state, i)) continue;
        const KnownFlows::Flow& module = order_[names_.modules()[i]]->module;
        if (module) modules.push_back(module.flow);
        all_known = all_known && module;
    }
    check_invoked(use, part);
    if (modules.empty() || !all_known || use.parts.size() != 1) return;
    std::vector<std::string_view> results;
    for (const FlowInterface* module : modules)
        for (const Contract::Result& result : module->contract.results) results.push_back(result.name);
    for (const Edge& edge : use.draft->edges) {
        if (edge.kind != Transition::Kind::condition || edge.label != "Equals") continue;
        for (const Node operand : flow_.node(edge.operands).items()) {
            if (is_reference(operand) || std::find(results.begin(), results.end(), operand.text()) != results.end())
                continue;
            const std::string_view near = nearest(operand.text(), results);
            diagnostics_
                .report(rules::module_contract, edge.label_span,
                        (modules.size() == 1 ? quote(modules.front()->name) + " has"
                                             : std::string{"the modules that can have been invoked last have"}) +
                            " no result " + quote(operand.text()) + ", so this case can never be met; " +
                            (!near.empty()     ? "did you mean `" + std::string{near} + "`?"
                             : results.empty() ? "declare `results:` in the module"
                                               : "there is " + list(results, "and")))
                .severity = Severity::warning;
        }
    }
}

/// Cases that no value of the type can meet.
void KnownNames::check_cases(const TextUse& use, const TextPart& part, DataType type) {
    if (type == DataType::text || use.parts.size() != 1) return;
    for (const Edge& edge : use.draft->edges) {
        if (edge.kind != Transition::Kind::condition || edge.label != "Equals") continue;
        for (const Node operand : flow_.node(edge.operands).items()) {
            const bool fits =
                type == DataType::number ? is_json_number(operand.text()) : parse_switch(operand.text()).has_value();
            if (fits || is_reference(operand)) continue;
            diagnostics_
                .report(rules::module_contract, edge.label_span,
                        quote(part.text) + " is a " + std::string{to_string(type)} + ", so " + quote(operand.text()) +
                            " can never be met; write " + (type == DataType::number ? "a number" : "`true` or `false`"))
                .severity = Severity::warning;
        }
    }
}

std::string KnownNames::lambda_field(const TextUse& use, const TextPart& part, char following) {
    const ActionId action = use.draft->action;
    if (action != no_action && names_.before(action).reached) {
        const State& state = names_.before(action);
        const auto& lambdas = names_.lambdas();
        for (std::size_t i = 0; i < lambdas.size(); ++i) {
            if (!names_.may_answer(state, i) || lists(*order_[lambdas[i]], part.text)) continue;
            diagnostics_
                .report(rules::unknown_name, part_span(use, part),
                        quote(part.text) +
                            " may have been replaced: another Lambda can have answered last here; `save` it to an "
                            "attribute at the first one, and read that")
                .labels.push_back({order_[lambdas[i]]->type_span, "this Lambda's answer does not list it"});
            return std::string{part.text};
        }
        check_failure(use, part, state);
        if (names_.no_lambda_yet(state) && !listed_in_inputs(part.text))
            diagnostics_.report(rules::unknown_name, part_span(use, part),
                                quote(part.text) +
                                    " comes from a Lambda, and some path gets here without calling it; call it on "
                                    "every path, or go another way");
    }
    return native_path("$.External", part.text, following);
}

/// A Lambda that has failed leaves no answer.
void KnownNames::check_failure(const TextUse& use, const TextPart& part, const State& state) {
    for (std::size_t i = 0; i < names_.lambdas().size(); ++i) {
        if (!names_.may_have_failed(state, i) || !names_.may_have_answered(state, i)) continue;
        diagnostics_
            .report(rules::maybe_unknown_name, part_span(use, part),
                    quote(part.text) +
                        " is empty where the Lambda has failed, and its failure leads here, too; let its `on_error` "
                        "lead elsewhere")
            .labels.push_back({order_[names_.lambdas()[i]]->type_span, "this Lambda"});
        return;
    }
}

bool KnownNames::is_doubtful(std::string_view name) const {
    return doubtful_.count(name) != 0 || doubtful_.count(root_of(name)) != 0;
}

/// What to write for `lambda.field`: fields of an answer have no prefix. Empty where that is not meant.
std::string KnownNames::without_prefix(std::string_view name, const ActionDraft* lambda) const {
    const std::string_view prefix = root_of(name);
    if (prefix.size() + 1 >= name.size() || (prefix != "lambda" && !(lambda && prefix == lambda->verb))) return {};
    const std::string_view field = name.substr(prefix.size() + 1);
    const std::string step = "the `" + std::string{lambda ? lambda->verb : "lambda"} + "` step";
    if (lambda && lists(*lambda, field)) return step + " returns " + quote(field) + "; write that alone";
    const std::string then = ", then read it as " + quote(field);
    if (lambda && !lambda->fields.empty()) return "list " + quote(field) + " in the `returns` of " + step + then;
    return "add `returns: [" + std::string{field} + "]` to " + step + then;
}

bool KnownNames::lists(const ActionDraft& lambda, std::string_view field) const {
    return lambda.fields.count(field) != 0 || lambda.fields.count(root_of(field)) != 0;
}

const ActionDraft* KnownNames::answers_last(const State& state) const {
    if (names_.no_lambda_yet(state)) return nullptr;
    const ActionDraft* last = nullptr;
    for (std::size_t i = 0; i < names_.lambdas().size(); ++i) {
        if (!names_.may_answer(state, i)) continue;
        if (last) return nullptr;
        last = order_[names_.lambdas()[i]];
    }
    return last && last->takes_returns ? last : nullptr;
}

bool KnownNames::listed_in_inputs(std::string_view field) const {
    for (const Node input : head_.inputs) {
        const std::string_view text = input.text();
        if (text.starts_with("external.") && (text.substr(9) == field || text.substr(9) == root_of(field))) return true;
    }
    return false;
}

Span KnownNames::part_span(const TextUse& use, const TextPart& part) const {
    const Span place = find_piece('{' + std::string{part.text} + '}', part.begin, use.span, sources_);
    return place != use.span ? place : place_of(part.text, 0, use.span, sources_);
}

void KnownNames::report_unknown(const TextUse& use, const TextPart& part, const State& state) {
    ++left_open_;
    if (is_doubtful(part.text)) return;
    const auto& lambdas = names_.lambdas();
    for (std::size_t i = 0; i < lambdas.size(); ++i)
        if (names_.may_answer(state, i) && order_[lambdas[i]]->faulty) return;
    std::vector<std::string_view> known;
    for (const SystemWord& word : system_words()) known.push_back(word.word);
    for (std::size_t i = 0; i < names_.names().size(); ++i)
        if (names_.is_written(state, i)) known.push_back(names_.names()[i].first);
    for (const Contract::Field& field : head_.contract.accepts) known.push_back(field.name);
    for (std::size_t i = 0; i < lambdas.size(); ++i)
        if (names_.may_answer(state, i))
            known.insert(known.end(), order_[lambdas[i]]->fields.begin(), order_[lambdas[i]]->fields.end());
    // A prefix may be what is misspelt.
    std::vector<std::string> prefixed;
    if (const std::size_t dot = part.text.find('.'); dot != std::string::npos && dot + 1 < part.text.size())
        for (const NameSpace& space : namespaces())
            prefixed.push_back(std::string{space.prefix}.append(part.text.substr(dot)));
    known.insert(known.end(), prefixed.begin(), prefixed.end());
    const std::string_view near = nearest(part.text, known);
    const ActionDraft* lambda = answers_last(state);
    const std::string bare = without_prefix(part.text, lambda);
    std::string message = "nothing before this step gives " + quote(part.text) + "; ";
    const ActionDraft* elsewhere = nullptr;
    for (const ActionDraft* draft : order_)
        if (!elsewhere &&
            (std::find(draft->attributes.begin(), draft->attributes.end(), part.text) != draft->attributes.end() ||
             lists(*draft, part.text)))
            elsewhere = draft;
    if (elsewhere)
        message += elsewhere->replaces_external && !elsewhere->fields.empty() && lists(*elsewhere, part.text)
                       ? "the Lambda that answers it is called elsewhere, or another has answered since: `save` it to "
                         "an attribute"
                       : "it is set elsewhere, on no path that leads here; name it in `inputs:` if the contact may "
                         "come back with it";
    else if (part.text.ends_with('.') && find_namespace(part.text.substr(0, part.text.size() - 1)))
        message += "write the name behind the prefix";
    else if (const std::size_t dot = part.text.find('.');
             dot != std::string::npos && find_system_word(part.text.substr(0, dot)))
        message += "`{" + std::string{part.text.substr(0, dot)} + "}` has no parts; write it alone";
    else if (!bare.empty()) message += bare;
    else if (!near.empty()) message += "did you mean `" + std::string{near} + "`?";
    else if (use.draft->type == ActionType::UpdateContactCallbackNumber)
        message +=
            "a number to call is wanted: `caller`, `input`, or a name that is `set`, or stands in a Lambda's "
            "`returns` or in `inputs:`" +
            std::string{use.draft->verb == "callback"
                            ? "; the queue that calls back is named by `of`, or by `queue` before this step"
                            : ""};
    else
        message += "`set` it, list it in " +
                   (lambda ? "the `returns` of the `" + std::string{lambda->verb} + "` step" : "a Lambda's `returns`") +
                   ", or name it in `inputs:` if an earlier flow sets it";
    const Span place = part_span(use, part);
    // One word may be in the texts of several actions.
    if (!reported_.emplace(place.begin, part.text).second) return;
    Diagnostic& found = diagnostics_.report(rules::unknown_name, place, std::move(message));
    if (elsewhere) found.labels.push_back({elsewhere->type_span, "here"});
    else if (lambda && (!bare.empty() || near.empty())) found.labels.push_back({lambda->type_span, "this step"});
}

void KnownNames::report_maybe(const TextUse& use, const TextPart& part, ActionId action, std::size_t name) {
    if (is_doubtful(part.text)) return;
    // The shortest path from the start that never writes the name, told by its steps.
    std::vector<ActionId> from(order_.size(), no_action);
    std::deque<ActionId> work{flow_.start};
    from[flow_.start] = flow_.start;
    const auto writes = [&](const ActionDraft& draft) {
        const auto& list = names_.names()[name].second ? draft.flow_attributes : draft.attributes;
        return std::find(list.begin(), list.end(), names_.names()[name].first) != list.end();
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
    Diagnostic& found = diagnostics_.report(
        rules::maybe_unknown_name, part_span(use, part),
        quote(part.text) + " is set on some paths only and is empty on others; `set` it on every path" +
            (names_.names()[name].second ? "" : ", or name it in `inputs:`"));
    if (from[action] == no_action || action == flow_.start) return;
    std::vector<ActionId> path;
    for (ActionId at = from[action]; at != flow_.start; at = from[at]) path.push_back(at);
    path.push_back(flow_.start);
    std::reverse(path.begin(), path.end());
    path.push_back(action);
    // Only where another way leads to what sets it does the path leave the others; the last such places tell most.
    const std::vector<bool> leads_there = leading_to(writes);
    std::vector<Span> places;
    for (std::size_t i = 0; i + 1 < path.size(); ++i)
        if (const auto place = parting(path[i], path[i + 1], leads_there);
            place && std::find(places.begin(), places.end(), *place) == places.end())
            places.push_back(*place);
    constexpr std::size_t most_shown = 4;
    const std::size_t first = places.size() > most_shown ? places.size() - most_shown : 0;
    for (std::size_t i = first; i < places.size(); ++i)
        found.labels.push_back(
            {places[i], i == first ? "a path that does not set it goes on from here" : "and from here"});
}

/// The actions from which a way leads to one that `is_wanted`, itself among them.
std::vector<bool> KnownNames::leading_to(const std::function<bool(const ActionDraft&)>& is_wanted) const {
    std::vector<std::vector<ActionId>> before(order_.size());
    for (ActionId id = 0; id < order_.size(); ++id)
        for (const Transition& transition : flow_.transitions_of(flow_.actions[id]))
            if (transition.target != no_action) before[transition.target].push_back(id);
    std::vector<bool> leads(order_.size());
    std::vector<ActionId> work;
    for (ActionId id = 0; id < order_.size(); ++id)
        if (is_wanted(*order_[id])) work.push_back(id), leads[id] = true;
    while (!work.empty()) {
        const ActionId at = work.back();
        work.pop_back();
        for (const ActionId id : before[at])
            if (!leads[id]) work.push_back(id), leads[id] = true;
    }
    return leads;
}

/// The word that leads from an action to the next one, where another way out of it leads to one of `leads_there`.
std::optional<Span> KnownNames::parting(ActionId from, ActionId to, const std::vector<bool>& leads_there) const {
    const Action& action = flow_.actions[from];
    std::optional<Span> taken;
    bool parts = false;
    for (const Transition& transition : flow_.transitions_of(action)) {
        if (transition.target == no_action) continue;
        if (transition.target != to) parts = parts || leads_there[transition.target];
        else if (!taken || *taken == action.type_span) taken = transition.span;
    }
    return parts ? taken : std::nullopt;
}

}  // namespace flowc::dsl
