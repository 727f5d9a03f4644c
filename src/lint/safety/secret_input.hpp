#pragma once

#include <optional>

#include "lint/speech/prompt.hpp"
#include "speech/secret.hpp"

namespace flowc::lint {

/// Whether the action keeps what a caller enters as it was entered.
bool stores_in_clear(const Lint& lint, const Action& action);

/// The secret that the words of an action ask for, in the languages of the project; nothing: none that is known.
std::optional<speech::AskedSecret> secret_of(const Lint& lint, const Prompt& prompt);

/// For each action, an action before it that has switched logging on, where nothing has switched it off in between;
/// null: none.
std::vector<const Action*> logging_at(const Lint& lint);

}  // namespace flowc::lint
