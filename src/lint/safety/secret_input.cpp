#include "lint/safety/secret_input.hpp"

#include "ir/condition.hpp"
#include "lint/speech/languages_heard.hpp"

namespace flowc::lint {

bool stores_in_clear(const Lint& lint, const Action& action) {
    return has_effect(lint.flow, action, Effect::stores_input) == Truth::yes &&
           has_effect(lint.flow, action, Effect::encrypts_input) == Truth::no;
}

std::optional<speech::AskedSecret> secret_of(const Lint& lint, const Prompt& prompt) {
    if (!prompt.words.is_string()) return std::nullopt;
    return speech::asked_secret(prompt.words.text(), languages_of_project(lint));
}

std::vector<const Action*> logging_at(const Lint& lint) {
    const Flow& flow = lint.flow;
    std::vector<const Action*> on(flow.actions.size(), nullptr);
    std::vector<ActionId> open;
    const auto go_on = [&](const Action& action, const Action* cause) {
        for (const Transition& edge : flow.transitions_of(action)) {
            if (edge.target == no_action || on[edge.target]) continue;
            on[edge.target] = cause;
            open.push_back(edge.target);
        }
    };
    for (const Action& action : flow.actions)
        if (lint.reachable(action) && has_effect(flow, action, Effect::starts_logging) == Truth::yes)
            go_on(action, &action);
    while (!open.empty()) {
        const Action& action = flow.actions[open.back()];
        const Action* cause = on[open.back()];
        open.pop_back();
        const ActionInfo* row = lint.row(action);
        if (!row || !row->has(Effect::sets_logging)) go_on(action, cause);
    }
    return on;
}

}  // namespace flowc::lint
