#pragma once

#include "flowc/contract.hpp"
#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

/// One side of a module's contract, as messages speak of it.
struct ContractSide {
    const std::vector<Contract::Field>& fields;
    std::string says;  ///< begins the sentence about a name that is not declared: "the module produces"
    Span declared;     ///< the place of the declaration, for a label; empty: none is shown
};

/// Reports what is not declared, or not of its declared type.
void check_contract_data(StepContext& step, Node data, const ContractSide& side);

/// Writes the values as the JSON data under `key`, each in its declared type, and reports as `check_contract_data` does.
void write_contract_data(StepContext& step, Parameters& parameters, std::string_view key, Node data,
                         const ContractSide& side);

/// Reports cases that the module does not declare as results: the service refuses them.
void check_result_cases(StepContext& step, const KnownFlows::Flow& module, Node cases, bool operators);

/// Reports a result that the module at hand does not declare.
void check_own_result(StepContext& step, Node result);

}  // namespace flowc::dsl
