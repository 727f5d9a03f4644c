#pragma once

#include <string_view>
#include <vector>

#include "flowc/diagnostic.hpp"

namespace flowc::dsl {

/// A piece of a text: words as they stand, or the name between `{` and `}`.
struct TextPart {
    bool is_reference = false;
    std::string_view text;
    std::uint32_t begin = 0;  ///< offset in the template's text
};

/// Splits `Hello {name}` into its parts, which are parts of `text`; `{{` is a brace, `$${` a literal `${`. A brace that closes
/// nothing or is never closed stands for itself when no name can be meant, and is reported otherwise.
std::vector<TextPart> parse_template(std::string_view text, Span span, const Sources& sources,
                                     Diagnostics& diagnostics);

/// Where `piece` stands, which is at `offset` of a scalar's value: inside the scalar's span where it stands there letter
/// by letter, else the whole span (escapes, folded lines, arguments of a definition).
Span place_of(std::string_view piece, std::size_t offset, Span text, const Sources& sources);

/// The same where the piece may also stand elsewhere in the span, as in a text that is joined of several. In a huge one nobody
/// looks for it.
Span find_piece(std::string_view piece, std::size_t offset, Span text, const Sources& sources);

/// The name in `{{name}}`, where a text begins so; empty: it does not.
std::string_view name_in_double_braces(std::string_view text);

/// Whether a text holds any `{name}` at all.
bool has_reference(std::string_view text);

}  // namespace flowc::dsl
