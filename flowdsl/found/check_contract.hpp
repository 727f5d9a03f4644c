#pragma once

#include "flowc/contract.hpp"
#include "flowc/diagnostic.hpp"
#include "flowc/flow.hpp"
#include "lint/other_flows.hpp"

namespace flowc::dsl {

/// Holds the actions of a flow that was found to the contracts of modules: those that it invokes, as far as the set knows them,
/// and its own. `own` is null where nobody says what the flow declares.
void check_contract(const Flow& flow, const Contract* own, const lint::OtherFlows& others, Diagnostics& diagnostics);

}  // namespace flowc::dsl
