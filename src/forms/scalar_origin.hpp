#pragma once

#include "flowc/syntax.hpp"
#include "forms/origin_writer.hpp"

namespace flowc {

/// How a scalar is written in a JSON text, or in one of YAML.
Wrapping wrapping_of(Node scalar, bool json);

/// Holds a text to the way that a scalar is written in `file`.
void align_scalar(Alignment& text, const SourceFile& file, Node scalar, Wrapping wrapping);

/// Writes down where the bytes of a scalar's text stand in `file`, through escapes, folded lines and indentation. What
/// is written in a way that this does not follow stands for the scalar as a whole; then the answer is no.
bool add_scalar(OriginWriter& origin, const SourceFile& file, Node scalar, Wrapping wrapping);

namespace scalar {

/// The ways to write a scalar. `raw` is what stands in the file at `outer`: between the quotes, or all of it; for a
/// block the file from its `|` or `>` on.
void align_json_string(Alignment& text, std::string_view raw, std::uint32_t outer);
void align_yaml_line(Alignment& text, std::string_view raw, std::uint32_t outer, Wrapping wrapping);
void align_yaml_block(Alignment& text, std::string_view raw, std::uint32_t outer);

}  // namespace scalar

}  // namespace flowc
