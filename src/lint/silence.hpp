#pragma once

#include <string_view>

#include "flowc/flow.hpp"

namespace flowc::lint {

/// What the service stores where a caller was asked to enter something and entered nothing.
inline constexpr std::string_view silence = "Timeout";

/// The branch that an action takes for `silence`, where it compares what the caller entered with texts that are known before the
/// call; null: it does not, or nobody can tell.
const Transition* way_of_silence(const Flow& flow, const Action& action);

}  // namespace flowc::lint
