#pragma once

#include "flowc/flow.hpp"

namespace flowc {

/// The type that a flow must be of, judged by its actions: one of them is allowed in no other type, and all others are
/// allowed in that one. `unknown` where they do not tell.
FlowType infer_type(const Flow& flow);

}  // namespace flowc
