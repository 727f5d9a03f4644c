#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace flowc {

/// Groups of bytes, each with a bit. Tells in one look at each byte of a text which of them stand in it, so that what begins
/// with none of them is not searched for.
class ByteGroups {
  public:
    struct Group {
        unsigned bit;
        std::string_view bytes;
    };

    constexpr ByteGroups(std::initializer_list<Group> groups) {
        for (const Group& group : groups)
            for (const char byte : group.bytes) of_[static_cast<unsigned char>(byte)] |= group.bit;
    }

    /// The bits of all groups that a byte of `text` is in.
    constexpr unsigned in(std::string_view text) const {
        unsigned seen = 0;
        constexpr std::size_t step = 4;
        if (text.size() < step) {
            for (const char byte : text) seen |= of(byte);
            return seen;
        }
        // Some of the last ones a second time, which needs no loop that ends after one byte or after three.
        const std::size_t last = text.size() - step;
        if (text.size() <= 2 * step) return of_step(text, 0) | of_step(text, last);
        const std::size_t last_two = last - step;
        for (std::size_t at = 0; at < last_two; at += 2 * step) seen |= of_step(text, at) | of_step(text, at + step);
        return seen | of_step(text, last_two) | of_step(text, last);
    }

  private:
    constexpr unsigned of_step(std::string_view text, std::size_t at) const {
        return of(text[at]) | of(text[at + 1]) | of(text[at + 2]) | of(text[at + 3]);
    }
    constexpr unsigned of(char byte) const { return of_[static_cast<unsigned char>(byte)]; }

    std::array<std::uint32_t, 256> of_{};
};

}  // namespace flowc
