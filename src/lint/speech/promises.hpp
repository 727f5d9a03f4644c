#pragma once

#include <vector>

#include "lint/lint.hpp"
#include "lint/speech/menus.hpp"
#include "speech/menu_words.hpp"

namespace flowc::lint {

/// The keys that a menu's words promise and no branch takes, each once. One alone may be what the branch for all others is
/// for: then there is none.
std::vector<speech::Promise> broken_promises(const Lint& lint, const Menu& menu);

}  // namespace flowc::lint
