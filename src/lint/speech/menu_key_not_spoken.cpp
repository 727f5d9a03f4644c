#include "lint/speech/heard_texts.hpp"
#include "lint/speech/languages_heard.hpp"
#include "lint/speech/menus.hpp"
#include "lint/speech/promises.hpp"
#include "lint/speech/prompt.hpp"
#include "rules/wording.hpp"
#include "speech/menu_words.hpp"

namespace flowc::rules {

const RuleInfo menu_key_not_spoken{
    "menu-key-not-spoken",
    Category::speech,
    Severity::warning,
    "a menu has a branch for a key, and its words do not name it",
    "nobody learns of the choice, and who presses the key by mistake is led where nobody meant to",
    "AWS's reference: a menu plays its prompt and then waits for one key; nothing but the prompt tells callers which",
    "the key is hidden on purpose, as `*`, `0` and `#` often are: for those it is a note"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// What has been said right before an action: words that may have named a key of it.
class SaidBefore {
  public:
    explicit SaidBefore(const Lint& lint) : lint_(lint), named_(lint.flow.actions.size()) {}

    bool may_name(ActionId menu, char key) {
        const auto ways = lint_.ways_into[menu];
        return std::any_of(ways.begin(), ways.end(), [&](const WayInto& way) { return named_by(way.from).has(key); });
    }

  private:
    /// The keys that an action may name; each action is asked once.
    const speech::KeySet& named_by(ActionId id) {
        if (named_[id]) return *named_[id];
        speech::KeySet& keys = named_[id].emplace();
        const Action& action = lint_.flow.actions[id];
        const ActionInfo* row = lint_.row(action);
        if (row && (!row->has(Effect::speaks) || row->has(Effect::waits_for_input))) return keys;
        const Prompt prompt = row ? prompt_of(lint_.flow, action) : Prompt{};
        if (is_readable(prompt)) {
            keys = speech::read_menu_words(lint_.heard.of(prompt.words), {}).mentioned;
        } else {
            for (const char key : speech::telephone_keys) keys.add(key);
        }
        return keys;
    }

    const Lint& lint_;
    std::vector<std::optional<speech::KeySet>> named_;
};

/// The key does nothing that callers have to be told of: it asks again, goes where another key goes that they know, or
/// where all others go.
bool does_nothing_new(const Menu& menu, const speech::MenuWords& words, const WiredKey& key) {
    if (key.target == menu.action || key.target == menu.any_other) return true;
    return std::any_of(menu.keys.begin(), menu.keys.end(), [&](const WiredKey& other) {
        return other.key != key.key && other.target == key.target && words.mentioned.has(other.key);
    });
}

/// Nearly every menu names its keys by their signs; then nothing has to be read.
bool shows_every_key(const Menu& menu) {
    return std::all_of(menu.keys.begin(), menu.keys.end(),
                       [&](const WiredKey& key) { return menu.text.text().find(key.key) != std::string_view::npos; });
}

/// The words promise as many keys that no branch takes: they name one key and mean another, which is one fault, and that rule's.
bool is_told_already(const Lint& lint, const Menu& menu, std::size_t unspoken) {
    return lint.settings.rules.on(rules::menu_key_not_wired) && broken_promises(lint, menu).size() == unspoken;
}

bool is_often_hidden(char key) { return key == '0' || key == '*' || key == '#'; }

}  // namespace

void check_menu_key_not_spoken(const Lint& lint) {
    std::optional<SaidBefore> before;
    for (const Menu& menu : lint.menus) {
        if (shows_every_key(menu)) continue;
        const auto languages = languages_of(lint, menu);
        const speech::MenuWords words = speech::read_menu_words(lint.heard.of(menu.text), languages);
        if (words.promised.empty() || words.dynamic || words.any_key) continue;
        std::vector<const WiredKey*> unspoken;
        for (const WiredKey& key : menu.keys) {
            if (words.mentioned.has(key.key) || does_nothing_new(menu, words, key)) continue;
            if (!before) before.emplace(lint);
            if (!before->may_name(menu.action, key.key)) unspoken.push_back(&key);
        }
        if (unspoken.empty() || is_told_already(lint, menu, unspoken.size())) continue;
        if (speech::has_foreign_part(lint.heard.of(menu.text), languages)) continue;
        for (const WiredKey* key : unspoken) {
            Diagnostic& finding = lint.report(menu.action, rules::menu_key_not_spoken, key->span,
                                              rules::text({"the words of this menu do not name ", quote({&key->key, 1}),
                                                           "; say what it does, or take the branch out"}));
            finding.labels.push_back({menu.text.span(), "what callers hear"});
            if (is_often_hidden(key->key)) finding.severity = Severity::note;
        }
    }
}

}  // namespace flowc::lint
