#pragma once

#include <string>
#include <vector>

#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

/// One key of a menu as the author wrote it.
struct MenuOption {
    Node key;
    std::string_view sign;   ///< what the service calls the key: `0`…`9`, `*`, `#`
    Node label;              ///< the words, if any
    bool for_label = false;  ///< written as `for:` rather than `to:`
    Node set;                ///< attributes that it writes
    Node target;             ///< absent: the step after the menu
    bool faulty = false;     ///< was reported
    bool repeats() const { return target.is_scalar() && target.text() == "repeat"; }
};

/// What a menu says: its `prompt`, or the words that its options make.
Message menu_prompt(StepContext& step, const std::vector<MenuOption>& options);

}  // namespace flowc::dsl
