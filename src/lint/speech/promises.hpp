#pragma once

#include <vector>

#include "lint/lint.hpp"
#include "lint/speech/menus.hpp"
#include "speech/menu_words.hpp"

namespace flowc::lint {

/// The languages in which a menu is read: that of its voice; where its words ask for no key in that one, every one, since
/// the words tell by themselves. None: the voice speaks one that flowc has no words of.
std::span<const speech::Language* const> languages_of(const Lint& lint, const Menu& menu);

/// The keys that a menu's words promise and no branch takes, each once. One alone may be what the branch for all others is
/// for: then there is none.
std::vector<speech::Promise> broken_promises(const Lint& lint, const Menu& menu);
/// The same of the words of a prompt that leads to the menu.
std::vector<speech::Promise> broken_promises(const Lint& lint, const Menu& menu, Node words);

}  // namespace flowc::lint
