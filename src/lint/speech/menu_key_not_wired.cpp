#include <algorithm>

#include "lint/speech/promises.hpp"
#include "lint/speech/prompt.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo menu_key_not_wired{
    "menu-key-not-wired",
    Category::speech,
    Severity::warning,
    "the words of a menu promise a key, and no branch takes it",
    "who presses that key is told that it is wrong, or is asked again",
    "AWS's reference: a key without a condition of its own takes the branch NoMatchingCondition",
    "that branch is meant for this key, and says so neither by its words nor by its way"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// The keys that one text promises, but those of `told`, which another finding tells.
void report(const Lint& lint, ActionId action, Node words, const std::vector<speech::Promise>& broken,
            const std::vector<speech::Promise>& told) {
    for (const speech::Promise& promise : broken) {
        const auto is_same = [&](const speech::Promise& other) { return other.key == promise.key; };
        if (std::any_of(told.begin(), told.end(), is_same)) continue;
        lint.report(action, rules::menu_key_not_wired,
                    lint.places_in(words).at(promise.begin, promise.end - promise.begin),
                    rules::text({"callers are told to press ", quote({&promise.key, 1}),
                                 ", and no condition takes it; add one, or take it out of the words"}));
    }
}

/// The menu that waits for what a prompt tells callers to press; null: another action comes first.
const Menu* menu_behind(const Lint& lint, const Action& prompt) {
    const auto next = lint.flow.transitions_of(prompt, Transition::Kind::next);
    if (next.empty()) return nullptr;
    const auto menu = std::find_if(lint.menus.begin(), lint.menus.end(),
                                   [&](const Menu& one) { return one.action == next.front().target; });
    return menu == lint.menus.end() ? nullptr : &*menu;
}

}  // namespace

void check_menu_key_not_wired(const Lint& lint) {
    for (const Menu& menu : lint.menus) report(lint, menu.action, menu.text, broken_promises(lint, menu), {});
    if (lint.menus.empty()) return;
    ActionSet prompts = lint.reached_with(Effect::speaks);
    prompts -= lint.with(Effect::waits_for_input);
    for (const ActionId id : prompts) {
        const Action& action = lint.flow.actions[id];
        const Menu* menu = menu_behind(lint, action);
        const Prompt prompt = menu ? prompt_of(lint.flow, action) : Prompt{};
        if (is_readable(prompt))
            report(lint, id, prompt.words, broken_promises(lint, *menu, prompt.words), broken_promises(lint, *menu));
    }
}

}  // namespace flowc::lint
