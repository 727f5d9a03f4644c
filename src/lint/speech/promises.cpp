#include "lint/speech/promises.hpp"

#include "lint/speech/heard_texts.hpp"
#include "lint/speech/languages_heard.hpp"

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

std::span<const speech::Language* const> languages_of(const Lint& lint, const Menu& menu, Node words) {
    const auto set = lint.languages.at(menu.action);
    const auto any = lint.languages.of_project();
    if (set.size() == any.size() || set.empty()) return set;
    return speech::read_promises(lint.heard.of(words), set).empty() ? any : set;
}

}  // namespace

std::span<const speech::Language* const> languages_of(const Lint& lint, const Menu& menu) {
    return languages_of(lint, menu, menu.text);
}

std::vector<speech::Promise> broken_promises(const Lint& lint, const Menu& menu) {
    return broken_promises(lint, menu, menu.text);
}

std::vector<speech::Promise> broken_promises(const Lint& lint, const Menu& menu, Node words) {
    std::vector<speech::Promise> broken;
    speech::KeySet seen;
    for (const speech::Promise& promise :
         speech::read_promises(lint.heard.of(words), languages_of(lint, menu, words))) {
        if (menu.find(promise.key) || seen.has(promise.key)) continue;
        seen.add(promise.key);
        broken.push_back(promise);
    }
    // Of two, the branch for all others cannot tell one from the other.
    if (broken.size() == 1 && (broken.front().rest || !refuses_others(lint, menu))) broken.clear();
    return broken;
}

}  // namespace flowc::lint
