#pragma once

#include <string_view>
#include <vector>

#include "flowc/flow.hpp"

namespace flowc {

/// A flow or module that an action names, and that the contact comes into: at once, or when something happens.
struct NamedFlow {
    ActionId action;
    Node value;  ///< what stands for it
    std::string_view
        name;    ///< what the console calls it; empty: nothing is said, or only the run knows which one it is
    bool known;  ///< before the flow runs
};

/// Those of all actions, action by action.
std::vector<NamedFlow> named_flows(const Flow& flow);

}  // namespace flowc
