#pragma once

#include <string>

#include "emit/json_writer.hpp"
#include "flowc/flow.hpp"

namespace flowc::emit_detail {

/// What is told of a flow that was checked; it outlives the flow.
struct CheckedFlow {
    std::string name;
    FlowType type;
    TypeSource type_source;
    Span span;  ///< where it begins
};
CheckedFlow checked_flow(const Flow& flow, const Sources& sources);

/// Writes it as an object; `docs/lint-json.md` describes it.
void write_checked_flow(JsonWriter& out, const CheckedFlow& flow, const Sources& sources);

}  // namespace flowc::emit_detail
