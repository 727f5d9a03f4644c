#include "lint/safety/clear_inputs.hpp"

#include <algorithm>

#include "ir/action_walk.hpp"
#include "ir/condition.hpp"
#include "lint/speech/heard_texts.hpp"
#include "lint/speech/languages_heard.hpp"
#include "lint/speech/prompt.hpp"

namespace flowc::lint {

namespace {

bool stores_in_clear(const Flow& flow, const Action& action) {
    return has_effect(flow, action, Effect::stores_input) == Truth::yes &&
           has_effect(flow, action, Effect::encrypts_input) == Truth::no;
}

/// For each action, one before it that has switched logging on, where nothing has switched it off in between; null: none. No
/// items: nothing switches it on.
std::vector<const Action*> logging_at(const Lint& lint) {
    std::vector<const Action*> on;
    if (!lint.any(Effect::starts_logging)) return on;
    const Flow& flow = lint.flow;
    const ActionSet sets = lint.with(Effect::sets_logging);
    on.resize(flow.actions.size(), nullptr);
    ActionWalk walk(flow);
    const auto go_on = [&](ActionId id, const Action* cause) {
        for (const Transition& edge : flow.transitions_of(flow.actions[id])) {
            if (edge.target != no_action && !on[edge.target]) on[edge.target] = cause;
            walk.reach(edge.target);
        }
    };
    for (const ActionId id : lint.reached_with(Effect::starts_logging))
        if (has_effect(flow, flow.actions[id], Effect::starts_logging) == Truth::yes) go_on(id, &flow.actions[id]);
    while (!walk.done()) {
        const ActionId id = walk.next();
        if (!sets.has(id)) go_on(id, on[id]);
    }
    return on;
}

/// The prompt that alone leads to an action, when it has been heard; no_action: there is none.
ActionId prompt_before(const Lint& lint, ActionId action) {
    const std::span<const WayInto> ways = lint.ways_into[action];
    if (ways.empty()) return no_action;
    const ActionId prompt = ways.front().from;
    const auto is_other = [&](const WayInto& way) { return way.from != prompt; };
    const ActionInfo* row = lint.row(lint.flow.actions[prompt]);
    const bool prompts = row && row->has(Effect::speaks) && !row->has(Effect::waits_for_input);
    return prompts && std::none_of(ways.begin(), ways.end(), is_other) ? prompt : no_action;
}

/// The prompt before asks, where the words of the input itself say nothing of entering: `followed by the pound key`.
void look_before(const Lint& lint, ClearInput& input) {
    const auto known = lint.languages.of_project();
    HeardTexts& heard = lint.heard;
    const ActionId prompt = prompt_before(lint, input.action);
    if (prompt == no_action || (input.words.is_string() && speech::says_to_enter(heard.of(input.words), known))) return;
    const Node words = prompt_of(lint.flow, lint.flow.actions[prompt]).words;
    if (!words.is_string()) return;
    const auto secret = speech::asked_secret(heard.of(words), known);
    if (!secret || !speech::says_to_enter(heard.of(words), known, *secret)) return;
    input.words = words;
    input.secret = secret;
}

}  // namespace

std::vector<ClearInput> find_clear_inputs(const Lint& lint) {
    std::vector<ClearInput> inputs;
    const Flow& flow = lint.flow;
    for (const ActionId id : lint.reached_with(Effect::stores_input)) {
        if (lint.ways.is_of_wrong_form(id) || !stores_in_clear(flow, flow.actions[id])) continue;
        ClearInput& input = inputs.emplace_back(ClearInput{id, prompt_of(flow, flow.actions[id]).words, {}, nullptr});
        if (input.words.is_string())
            input.secret = speech::asked_secret(lint.heard.of(input.words), lint.languages.of_project());
        if (!input.secret) look_before(lint, input);
    }
    if (inputs.empty()) return inputs;
    const std::vector<const Action*> logging = logging_at(lint);
    if (!logging.empty())
        for (ClearInput& input : inputs) input.logging = logging[input.action];
    return inputs;
}

}  // namespace flowc::lint
