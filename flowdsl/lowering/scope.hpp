#pragma once

#include <string_view>
#include <unordered_map>

#include "flowdsl/lowering/action_draft.hpp"

namespace flowc::dsl {

/// The blocks that a target can name, and where they begin.
using BlockTable = std::unordered_map<std::string_view, Label>;

/// Where a sequence of steps stands.
struct Scope {
    std::string_view place;  ///< the stem of its steps' identifiers: `start`, `closed`, `start-hours-1-closed`
    std::string_view block;  ///< the block, for messages: `start`, `closed`
    std::uint32_t group = 0;
    const VerbInfo* owner = nullptr;     ///< inline lists: the verb of the step that owns the list
    Label owner_self = unset;            ///< what `repeat` means here
    Label owner_next = unset;            ///< what `next` means here
    const BlockTable* blocks = nullptr;  ///< the flow's, or those of the definition that is being used
    UseId writer = no_use;               ///< the use in whose `with` the steps were written
    bool handles_errors = false;         ///< inside what `on_error` names: an inherited failure ends the flow
};

}  // namespace flowc::dsl
