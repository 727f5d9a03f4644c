#pragma once

#include <array>
#include <string_view>

namespace flowc {

/// A set of bytes. Looks at each byte of a text once, where `find_first_of` searches its list for each.
class ByteSet {
  public:
    constexpr explicit ByteSet(std::string_view bytes) {
        for (const char byte : bytes) has_[static_cast<unsigned char>(byte)] = true;
    }

    /// The same set and all bytes from `first` to `last`.
    constexpr ByteSet with_range(unsigned char first, unsigned char last) const {
        ByteSet wider = *this;
        for (unsigned byte = first; byte <= last; ++byte) wider.has_[byte] = true;
        return wider;
    }

    constexpr bool contains(char byte) const { return has_[static_cast<unsigned char>(byte)]; }

    /// The offset of the first byte of `text` that is in the set; npos: none is.
    constexpr std::size_t first_in(std::string_view text) const {
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (contains(text[at])) return at;
        }
        return std::string_view::npos;
    }

  private:
    std::array<bool, 256> has_{};
};

}  // namespace flowc
