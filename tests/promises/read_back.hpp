#pragma once

#include <string>

#include "flowc/flow.hpp"

namespace flowc::promises {

/// What is wrong with the JSON of a flow that has no error: each form of it is JSON, and the content has no error and is
/// the same flow again when it is read. Empty: nothing.
std::string fault_read_back(const Flow& flow);

}  // namespace flowc::promises
