#pragma once

#include "lint/graph/loops.hpp"

namespace flowc::lint {

/// Whether whoever comes into a region, and is asked or kept waiting in it, gets to no hang-up, no transfer and no end.
inline bool leads_nowhere(const Region& region) {
    constexpr Effects leaving{
        Effect::leaves_to_flow, Effect::leaves_to_queue, Effect::leaves_to_agent, Effect::leaves_to_third_party,
        Effect::calls_module,   Effect::disconnects,     Effect::ends_flow};
    constexpr Effects waiting{Effect::waits_for_input, Effect::waits_for_time};
    return !region.leaves && !region.ends && (region.effects & leaving.bits) == 0 &&
           (region.effects & waiting.bits) != 0;
}

}  // namespace flowc::lint
