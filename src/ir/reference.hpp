#pragma once

#include <cstddef>
#include <limits>
#include <string_view>

#include "source/ascii.hpp"

namespace flowc {

/// What names joined by dots are made of, such as `External.name`.
constexpr bool is_path_character(char c) { return is_name_character(c) || c == '.'; }

/// What a text holds of references: `$.Namespace.Key`, `$.Attributes.['a b']`, `$['AwsRegion']`, with
/// backticks around an inner reference.
enum class References : unsigned char {
    none,
    whole,  ///< the text is one reference and nothing else
    inside  ///< at least one reference with text around it
};

References references_in(std::string_view text);

/// Finds the references of one text. What it has looked for in vain it does not look for again, so that a text of
/// brackets that are not closed is read once.
class ReferenceReader {
  public:
    explicit ReferenceReader(std::string_view text) : text_(text) {}
    /// The next reference of the text, from front to back; empty: there is none any more.
    std::string_view next();
    /// The length of the reference that begins at an offset of the text; 0: there is none.
    std::size_t length_at(std::size_t begin);

  private:
    enum class Closing : unsigned char { bare, single_quoted, double_quoted };
    /// Where the brackets close; npos: nowhere from here on.
    std::size_t find(Closing closing, std::size_t from);
    /// The offset behind `[…]`, whose keys may be quoted and may hold a `]` then; 0: it is not closed.
    std::size_t behind_brackets(std::size_t open);

    static constexpr std::size_t unknown = std::numeric_limits<std::size_t>::max();
    std::string_view text_;
    std::size_t next_ = 0;                                    ///< where the next reference is sought
    std::size_t none_from_[3] = {unknown, unknown, unknown};  ///< by `Closing`
};

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
