#pragma once

#include <optional>
#include <string>

#include "flowc/contract.hpp"
#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// What a module's contract does not take of what an action says.
struct ContractFault {
    Span span;
    std::string message;
    bool of_name = false;    ///< the contract has no such name; else the value is of another type
    bool of_quotes = false;  ///< without its quotes the value would be of the type
};

/// Of a value that a side of the contract may declare, in YAML or JSON. `side` begins the sentence about a name that is not:
/// "the module produces"; `at_run_time`: what the value will be is not known.
std::optional<ContractFault> value_fault(Entry entry, const std::vector<Contract::Field>& fields,
                                         const std::string& side, bool at_run_time);

/// Of the name of a result: "`M` has no result `Fond`; did you mean `Found`?". `whose` is "`M`" or "the module"; `none` says what
/// to do where the contract has no results at all.
std::optional<std::string> result_fault(std::string_view word, const Contract& contract, const std::string& whose,
                                        const std::string& none);

}  // namespace flowc::dsl
