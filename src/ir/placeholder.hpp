#pragma once

#include <string_view>

#include "flowc/syntax.hpp"

namespace flowc {

/// Whether a text has a part that some later step fills in: `<<NAME>>`, `${…}`, `%{…}`, `{{…}}`, `{%…%}`, `%NAME%`,
/// `#NAME#`, `<%…%>`, `$(…)`, `$NAME`, `#{…}`, `[[…]]`, `@@…@@`, or is as a whole `<name>`, `{name}` or `__NAME__`. Nobody can say what it will hold, so it satisfies every check of its place.
bool has_placeholder(std::string_view text);

/// Which of the signs that placeholders and references begin with stand in a text, found in one look at it. Nearly no text that
/// is spoken has one.
struct Openings {
    enum Sign : unsigned {
        angle = 1,
        dollar = 2,
        brace = 4,
        percent = 8,
        underscore = 16,
        hash = 32,
        bracket = 64,
        at_sign = 128
    };
    explicit Openings(std::string_view text);
    bool has(Sign sign) const { return (signs & sign) != 0; }

    unsigned signs;
};
/// The same as `has_placeholder(text)`, for whoever knows the openings.
bool has_placeholder(std::string_view text, Openings openings);

/// Whether the value is a string with a placeholder in it, which may stand for anything: an object and a list as well.
bool is_opaque(Node value);

/// A word such as `MAIN_QUEUE_ARN`: scripts that deploy flows put something else in its place. It may be meant as it stands, so
/// that it is no placeholder.
bool is_name_to_fill_in(std::string_view word);

}  // namespace flowc
