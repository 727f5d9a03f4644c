#pragma once

#include <optional>

#include "ir/named_flows.hpp"

namespace flowc {

/// The flow that every contact is handed to that comes into this one, if no action fails: nothing decides on the way, nothing is
/// said and nothing is waited for. Nothing where there is none, or where only the run knows which.
std::optional<NamedFlow> handed_on(const Flow& flow);

}  // namespace flowc
