#pragma once

#include <optional>
#include <vector>

#include "lint/lint.hpp"
#include "speech/secret.hpp"

namespace flowc::lint {

/// An action that keeps what a caller enters as it was entered.
struct ClearInput {
    ActionId action;
    Node words;  ///< what callers hear, or the prompt right before; no string: nobody can read it here
    std::optional<speech::AskedSecret> secret;  ///< what the words ask for, in the languages of the project
    const Action* logging;  ///< has switched logging on before it, and nothing has switched it off since; null: none
};

/// Those that are reachable, in order.
std::vector<ClearInput> find_clear_inputs(const Lint& lint);

}  // namespace flowc::lint
