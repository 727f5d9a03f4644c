#pragma once

#include <vector>

#include "lint/lint.hpp"

namespace flowc::lint {

/// A key that a menu has a branch for.
struct WiredKey {
    char key;
    Span span;
    ActionId target;
};

/// An action that asks for one key by words of its own.
struct Menu {
    ActionId action;
    Node text;  ///< what callers hear
    std::vector<WiredKey> keys;
    ActionId any_other = no_action;  ///< where a key goes that no branch takes

    const WiredKey* find(char key) const;
};

/// The reachable menus whose branches are all known before the call.
std::vector<Menu> find_menus(const Lint& lint);

}  // namespace flowc::lint
