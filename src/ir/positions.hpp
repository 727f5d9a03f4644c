#pragma once

#include <optional>
#include <vector>

#include "flowc/flow.hpp"

namespace flowc {

/// The places that are fixed in a flow, as `Flow::positions` has them; of a flow that was read from JSON those that the
/// console's metadata gives, in either spelling of its keys. They are read here and not with the flow: only what writes it
/// wants them.
std::vector<std::optional<Point>> positions_of(const Flow& flow);

}  // namespace flowc
