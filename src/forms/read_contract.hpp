#pragma once

#include <optional>

#include "flowc/contract.hpp"
#include "flowc/syntax.hpp"

namespace flowc {

/// The contract that stands beside a module's content as the API's `Settings`, as an object or as the text of one. Nothing
/// where it says more than a `Contract` can, or where a later step fills in a part of it.
std::optional<Contract> read_contract(Node settings);

}  // namespace flowc
