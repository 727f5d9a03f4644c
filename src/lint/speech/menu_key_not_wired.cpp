#include "lint/speech/promises.hpp"
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

void check_menu_key_not_wired(const Lint& lint) {
    for (const Menu& menu : lint.menus)
        for (const speech::Promise& promise : broken_promises(lint, menu))
            lint.report(menu.action, rules::menu_key_not_wired,
                        lint.places_in(menu.text).at(promise.begin, promise.end - promise.begin),
                        rules::text({"callers are told to press ", quote({&promise.key, 1}),
                                     ", and no condition takes it; add one, or take it out of the words"}));
}

}  // namespace flowc::lint
