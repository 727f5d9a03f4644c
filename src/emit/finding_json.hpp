#pragma once

#include "emit/json_writer.hpp"
#include "flowc/diagnostic.hpp"

namespace flowc::emit_detail {

/// Writes each finding as an object into the list that `out` has open; `docs/lint-json.md` describes it.
void write_findings(JsonWriter& out, const Diagnostics& findings, const Sources& sources);

}  // namespace flowc::emit_detail
