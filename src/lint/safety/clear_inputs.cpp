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

}  // namespace

std::vector<ClearInput> find_clear_inputs(const Flow& flow, const Analysis& graph, const LanguagesHeard& languages,
                                          HeardTexts& heard) {
    std::vector<ClearInput> inputs;
    std::vector<const Action*> logging;
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        if (!graph.reachable(id) || !stores_in_clear(flow, flow.actions[id])) continue;
        if (logging.empty()) logging = logging_at(flow, graph);
        ClearInput& input =
            inputs.emplace_back(ClearInput{id, prompt_of(flow, flow.actions[id]).words, {}, logging[id]});
        if (input.words.is_string()) input.secret = speech::asked_secret(heard.of(input.words), languages.of_project());
    }
    return inputs;
}

}  // namespace flowc::lint
