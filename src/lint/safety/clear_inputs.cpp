#include "lint/safety/clear_inputs.hpp"

#include "ir/condition.hpp"
#include "lint/speech/prompt.hpp"

namespace flowc::lint {

namespace {

bool stores_in_clear(const Flow& flow, const Action& action) {
    return has_effect(flow, action, Effect::stores_input) == Truth::yes &&
           has_effect(flow, action, Effect::encrypts_input) == Truth::no;
}

/// For each action, one before it that has switched logging on, where nothing has switched it off in between; null: none.
std::vector<const Action*> logging_at(const Flow& flow, const Analysis& graph) {
    std::vector<const Action*> on(flow.actions.size(), nullptr);
    std::vector<ActionId> open;
    const auto go_on = [&](const Action& action, const Action* cause) {
        for (const Transition& edge : flow.transitions_of(action)) {
            if (edge.target == no_action || on[edge.target]) continue;
            on[edge.target] = cause;
            open.push_back(edge.target);
        }
    };
    for (ActionId id = 0; id < flow.actions.size(); ++id)
        if (graph.reachable(id) && has_effect(flow, flow.actions[id], Effect::starts_logging) == Truth::yes)
            go_on(flow.actions[id], &flow.actions[id]);
    while (!open.empty()) {
        const Action& action = flow.actions[open.back()];
        const Action* cause = on[open.back()];
        open.pop_back();
        if (action.type == ActionType::unknown || !info(action.type).has(Effect::sets_logging)) go_on(action, cause);
    }
    return on;
}

/// For each action, the prompt that alone leads to it, when it has been heard; no_action: there is none.
std::vector<ActionId> prompts_before(const Flow& flow, const Analysis& graph) {
    std::vector<ActionId> before(flow.actions.size(), no_action);
    std::vector<bool> others(flow.actions.size(), false);
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        const Action& action = flow.actions[id];
        if (!graph.reachable(id)) continue;
        const bool prompts = action.type != ActionType::unknown && info(action.type).has(Effect::speaks) &&
                             !info(action.type).has(Effect::waits_for_input);
        for (const Transition& edge : flow.transitions_of(action)) {
            if (edge.target == no_action) continue;
            const bool same = before[edge.target] == no_action || before[edge.target] == id;
            if (prompts && same) before[edge.target] = id;
            else others[edge.target] = true;
        }
    }
    for (ActionId id = 0; id < before.size(); ++id)
        if (others[id]) before[id] = no_action;
    return before;
}

/// The prompt before asks, where the words of the input itself say nothing of entering: `followed by the pound key`.
void look_before(const Flow& flow, ActionId prompt, const LanguagesHeard& languages, HeardTexts& heard,
                 ClearInput& input) {
    const auto known = languages.of_project();
    if (prompt == no_action || (input.words.is_string() && speech::says_to_enter(heard.of(input.words), known))) return;
    const Node words = prompt_of(flow, flow.actions[prompt]).words;
    if (!words.is_string()) return;
    const auto secret = speech::asked_secret(heard.of(words), known);
    if (!secret || !speech::says_to_enter(heard.of(words), known, *secret)) return;
    input.words = words;
    input.secret = secret;
}

}  // namespace

std::vector<ClearInput> find_clear_inputs(const Flow& flow, const Analysis& graph, const rules::Ways& ways,
                                          const LanguagesHeard& languages, HeardTexts& heard) {
    std::vector<ClearInput> inputs;
    std::vector<const Action*> logging;
    std::vector<ActionId> before;
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        if (!graph.reachable(id) || ways.is_of_wrong_form(id) || !stores_in_clear(flow, flow.actions[id])) continue;
        if (logging.empty()) logging = logging_at(flow, graph);
        if (before.empty()) before = prompts_before(flow, graph);
        ClearInput& input =
            inputs.emplace_back(ClearInput{id, prompt_of(flow, flow.actions[id]).words, {}, logging[id]});
        if (input.words.is_string()) input.secret = speech::asked_secret(heard.of(input.words), languages.of_project());
        if (!input.secret) look_before(flow, before[id], languages, heard, input);
    }
    return inputs;
}

}  // namespace flowc::lint
