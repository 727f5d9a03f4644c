#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "flowc/diagnostic.hpp"

namespace flowc::dsl {

/// A piece of a text: words as they stand, or the name between `{` and `}`.
struct TextPart {
    bool is_reference = false;
    std::string text;
    std::uint32_t begin = 0;  ///< offset in the template's text
};

/// Splits `Hello {name}` into its parts; `{{` is a brace, `$${` a literal `${`. A brace that closes
/// nothing or is never closed stands for itself when no name can be meant, and is reported otherwise.
std::vector<TextPart> parse_template(std::string_view text, Span span, Diagnostics& diagnostics);

/// Whether a text holds any `{name}` at all.
bool has_reference(std::string_view text);

}  // namespace flowc::dsl
