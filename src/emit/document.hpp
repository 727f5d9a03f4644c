#pragma once

#include <string>

#include "emit/json_writer.hpp"
#include "flowc/flow.hpp"

namespace flowc::emit_detail {

/// What the document says about itself: `console` adds what the console writes when it exports a flow.
enum class Header : std::uint8_t { layout_only, console };

/// About how many bytes `write_document` writes.
std::size_t usual_size(const Flow& flow);

/// Writes the flow as a Flow-language document.
void write_document(JsonWriter& out, const Flow& flow, Header header);

/// The flow as a Flow-language document, without a line end behind it.
std::string document(const Flow& flow, Header header, JsonWriter::Form form);

}  // namespace flowc::emit_detail
