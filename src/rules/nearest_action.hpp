#pragma once

#include "flowc/flow.hpp"

namespace flowc::rules {

/// The action that somebody probably meant by an identifier that none has; no_action: none is near. Looks at every
/// action, so a rule asks it for a few names at most.
ActionId nearest_action(const Flow& flow, std::string_view identifier);

}  // namespace flowc::rules
