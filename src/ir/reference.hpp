#pragma once

#include <string_view>

namespace flowc {

/// What a text holds of references: `$.Namespace.Key`, `$.Attributes.['a b']`, `$['AwsRegion']`, with
/// backticks around an inner reference.
enum class References : unsigned char {
    none,
    whole,  ///< the text is one reference and nothing else
    inside  ///< at least one reference with text around it
};

References references_in(std::string_view text);

/// The length of the reference that `text` begins with; 0: it begins with none.
std::size_t reference_length(std::string_view text);

/// The next key of a reference, behind a dot or in brackets, without its quotes; moves `rest` behind it. Empty: there is none.
std::string_view take_key(std::string_view& rest);

/// The namespace and the key of a reference; `rest` is what follows them. A Lambda's answer is always `External`.
struct ReferenceParts {
    std::string_view space;
    std::string_view key;
    std::string_view rest;
};
ReferenceParts parts_of(std::string_view reference);

}  // namespace flowc
