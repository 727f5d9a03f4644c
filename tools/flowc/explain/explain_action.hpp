#pragma once

#include "explain/page.hpp"
#include "flowc/catalogue.hpp"

namespace flowc::cli {

/// All that the catalogue says of an action type.
void explain_action(Page& page, const ActionInfo& action);

}  // namespace flowc::cli
