#pragma once

#include <string>
#include <string_view>

namespace flowc::service_error_detail {

/// A path in the notation of source maps, in whatever spelling it was written: `actions[2].parameters.x`, `Actions.2`,
/// `/Actions/2`, `$['Actions'][2]`. Between the brackets of `Actions[…]` stands what was written there, a number or not. The
/// service also writes `2.Parameter` for something of `Actions[2]`, and `2.Evaluate` for its conditions, as the console's exports
/// once called them.
std::string path_of(std::string_view written);

/// The path that a message names which nobody knows: what stands behind `Path: `, or looks like the way to an action.
std::string path_in(std::string_view text);

}  // namespace flowc::service_error_detail
