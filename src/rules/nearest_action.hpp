#pragma once

#include <vector>

#include "flowc/flow.hpp"

namespace flowc::rules {

/// The action that somebody probably meant by an identifier that none has, and that is none of `others`; no_action: none is near,
/// or several are. Looks at every action, so a rule asks it for a few names at most.
ActionId nearest_action(const Flow& flow, std::string_view identifier, const std::vector<ActionId>& others = {});

}  // namespace flowc::rules
