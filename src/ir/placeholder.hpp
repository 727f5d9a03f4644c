#pragma once

#include <string_view>

#include "flowc/syntax.hpp"
#include "source/signs.hpp"

namespace flowc {

/// Whether a text has a part that some later step fills in: `<<NAME>>`, `${…}`, `%{…}`, `{{…}}`, `{%…%}`, `%NAME%`,
/// `#NAME#`, `<%…%>`, `$(…)`, `$NAME`, `#{…}`, `[[…]]`, `@@…@@`, or is as a whole `<name>`, `{name}` or `__NAME__`. Nobody can say what it will hold, so it satisfies every check of its place.
bool has_placeholder(std::string_view text);

/// The same of a text that has one of the signs with which placeholders begin.
bool has_placeholder_behind(std::string_view text, Signs signs);
/// The same for whoever knows the text's signs.
inline bool has_placeholder(std::string_view text, Signs signs) {
    return signs.has(Signs::opening) && has_placeholder_behind(text, signs);
}

/// Whether the value is a string with a placeholder in it, which may stand for anything: an object and a list as well.
bool is_opaque(Node value);

/// A word such as `MAIN_QUEUE_ARN`: scripts that deploy flows put something else in its place. It may be meant as it stands, so
/// that it is no placeholder.
bool is_name_to_fill_in(std::string_view word);

}  // namespace flowc
