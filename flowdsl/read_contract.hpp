#pragma once

#include "flowc/contract.hpp"
#include "flowdsl/document_keys.hpp"
#include "flowdsl/head_entries.hpp"

namespace flowc::dsl {

/// Reads what a module `accepts`, `produces` and which `results` it has; a flow that says any of it is told that only
/// modules do.
Contract read_contract(const HeadEntries& document, bool is_module, DocumentKeys& keys);

}  // namespace flowc::dsl
