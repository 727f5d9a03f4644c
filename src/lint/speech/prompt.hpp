#pragma once

#include "flowc/flow.hpp"

namespace flowc::lint {

/// What an action says when it runs.
struct Prompt {
    Node words;             ///< its text or markup; absent: it has none
    bool recorded = false;  ///< an audio file, or several prompts: nobody can read here what is heard
};

/// Of an action that does not speak: neither words nor a recording.
Prompt prompt_of(const Flow& flow, const Action& action);

/// Whether the prompt's words are fixed when the flow is published.
bool is_readable(const Prompt& prompt);

}  // namespace flowc::lint
