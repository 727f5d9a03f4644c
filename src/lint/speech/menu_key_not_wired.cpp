#include "lint/lint.hpp"
#include "lint/speech/heard_texts.hpp"
#include "lint/speech/languages_heard.hpp"
#include "lint/speech/menus.hpp"
#include "rules/wording.hpp"
#include "speech/menu_words.hpp"

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

/// A way of this many actions says that a choice was wrong; a longer one does something.
constexpr int longest_dismissal = 4;

/// Whether a way says something and then cuts the line.
bool dismisses(const Lint& lint, ActionId id) {
    bool spoken = false;
    for (int step = 0; step < longest_dismissal && id != no_action; ++step) {
        const Action& action = lint.flow.actions[id];
        const ActionInfo* row = lint.row(action);
        if (!row) return false;
        if (row->has(Effect::disconnects)) return spoken;
        if (!row->has(Effect::speaks) || row->has(Effect::waits_for_input)) return false;
        spoken = true;
        const auto next = lint.flow.transitions_of(action, Transition::Kind::next);
        id = next.empty() ? no_action : next.front().target;
    }
    return false;
}

/// The branch for all other keys treats them as wrong: it asks again, or cuts the line.
bool refuses_others(const Lint& lint, const Menu& menu) {
    if (menu.any_other == no_action) return true;
    return lint.graph.component(menu.any_other) == lint.graph.component(menu.action) || dismisses(lint, menu.any_other);
}

}  // namespace

void check_menu_key_not_wired(const Lint& lint) {
    for (const Menu& menu : lint.menus) {
        const auto promised = speech::read_promises(lint.heard.of(menu.text), lint.languages.at(menu.action));
        std::vector<const speech::Promise*> broken;
        speech::KeySet seen;
        for (const speech::Promise& promise : promised) {
            if (menu.find(promise.key) || seen.has(promise.key)) continue;
            seen.add(promise.key);
            broken.push_back(&promise);
        }
        if (broken.empty()) continue;
        // One key may be what the branch for all others is for; of two, it cannot tell one from the other.
        if (broken.size() == 1 && (broken.front()->rest || !refuses_others(lint, menu))) continue;
        for (const speech::Promise* promise : broken)
            lint.diagnostics.report(rules::menu_key_not_wired,
                                    lint.places_in(menu.text).at(promise->begin, promise->end - promise->begin),
                                    rules::text({"callers are told to press ", quote({&promise->key, 1}),
                                                 ", and no condition takes it; add one, or take it out of the words"}));
    }
}

}  // namespace flowc::lint
