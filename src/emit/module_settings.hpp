#pragma once

#include <string>

#include "flowc/contract.hpp"

namespace flowc::emit_detail {

/// The `Settings` of a module's resource: the contract as JSON, its data described by JSON Schema draft 4. The shape is
/// that of modules built in the console, and was seen to be accepted and enforced (`live`): github mgaffigan/
/// pulumi-amazon-connect, docs/wire-format-checks.md. Whether the service takes more of draft 4 is not published.
std::string module_settings(const Contract& contract);

}  // namespace flowc::emit_detail
