#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace flowc::utf8 {

/// A code point and the bytes that it takes; `size` 1 and `valid` false for a byte that is no part of UTF-8.
struct Decoded {
    char32_t value = 0;
    std::size_t size = 1;
    bool valid = false;
};

/// The offset of the first byte that is not UTF-8; `npos` where there is none.
std::size_t first_invalid(std::string_view text);

/// `text` with U+FFFD for every byte that is no part of UTF-8: for names that come from elsewhere.
std::string replaced(std::string_view text);

bool is_ascii(std::string_view text);

/// Code points of `text`; bytes that continue a sequence are not counted.
std::size_t count(std::string_view text);

/// The code point at the front of `text`, which is not empty.
Decoded decode(std::string_view text);

/// Appends `value` as UTF-8 and returns the end.
char* encode(char32_t value, char* out);

inline constexpr bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u; }

/// Turns byte offsets of a text into code point indices and back, each in constant time but for a
/// short scan. The text must outlive it.
class CodePoints {
  public:
    explicit CodePoints(std::string_view text);

    /// Code points before byte `offset`.
    std::size_t before(std::size_t offset) const;
    /// The byte where code point `index` begins; the text's size past its end.
    std::size_t byte_of(std::size_t index) const;

  private:
    static constexpr std::size_t block = 256;

    std::string_view text_;
    bool ascii_;
    std::vector<std::uint32_t> marks_;  ///< code points before each block of bytes
};

}  // namespace flowc::utf8
