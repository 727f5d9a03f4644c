#pragma once

#include "flowc/contract.hpp"
#include "flowdsl/document/head_entries.hpp"
#include "flowdsl/words/document_keys.hpp"

namespace flowc::dsl {

/// Reads what a module `accepts`, `produces` and which `results` it has; a flow that says any of it is told that only
/// modules do.
Contract read_contract(const HeadEntries& document, bool is_module, DocumentKeys& keys);

}  // namespace flowc::dsl
