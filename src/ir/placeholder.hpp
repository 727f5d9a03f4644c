#pragma once

#include <string_view>

namespace flowc {

/// Whether a text has a part that some later step fills in: `<<NAME>>`, `${…}`, `%{…}`, `{{…}}`, `{%…%}`, `%NAME%`,
/// `#NAME#`, or is as a whole `<name>`, `{name}` or `__NAME__`. Nobody can say what it will hold, so it satisfies every check of its place.
bool has_placeholder(std::string_view text);

}  // namespace flowc
