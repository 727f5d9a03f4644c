#pragma once

#include <optional>
#include <string>

#include "flowc/source.hpp"

namespace flowc {

/// A text that is JSON once some later step has filled it in: `${…}`, `<<NAME>>` and the like stand where a value is
/// expected, without quotes, or have quotes of their own. Each is written as a text here, so that what is around it can
/// be read.
struct FilledTemplate {
    std::string text;
    Origin origin;
    Span first;  ///< the first placeholder or directive
    Span
        directive;  ///< `%{ if … }`, `{% … %}`: what is between two of them may not be there. Empty: none, else nothing is filled
};

/// Nothing where no placeholder keeps the text from being JSON.
std::optional<FilledTemplate> fill_template(const SourceFile& file);

}  // namespace flowc
