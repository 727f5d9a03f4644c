#pragma once

#include "flowc/contract.hpp"
#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

/// Writes the values that one side of a module's contract declares as the JSON data under `key`, each in its declared type,
/// and reports what is not declared or not of its type. `side` begins the sentence about a name that is not: "the module
/// produces"; `declared` is the place of the declaration, for a label.
void write_contract_data(StepContext& step, Parameters& parameters, std::string_view key, Node data,
                         const std::vector<Contract::Field>& fields, const std::string& side, Span declared);

}  // namespace flowc::dsl
