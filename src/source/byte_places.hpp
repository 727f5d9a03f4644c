#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace flowc {

/// At how many bytes `byte_places` looks at most.
inline constexpr std::size_t byte_places_width = 64;

/// Where a byte stands among the first 64 of a text: bit i is that of `text[i]`. Whoever goes from one place to the next of a
/// text that is full of them asks 64 at a time, instead of searching on from each.
inline std::uint64_t byte_places(std::string_view text, char byte) {
    const std::size_t size = text.size() < byte_places_width ? text.size() : byte_places_width;
    std::uint64_t places = 0;
    std::size_t at = 0;
    if constexpr (std::endian::native == std::endian::little) {
        constexpr std::uint64_t each = 0x0101010101010101u;
        constexpr std::uint64_t low_bits = each * 0x7F;
        const std::uint64_t wanted = each * static_cast<unsigned char>(byte);
        for (; at + sizeof(std::uint64_t) <= size; at += sizeof(std::uint64_t)) {
            std::uint64_t bytes = 0;
            std::memcpy(&bytes, text.data() + at, sizeof bytes);
            bytes ^= wanted;
            const std::uint64_t found = ~(((bytes & low_bits) + low_bits) | bytes | low_bits) >> 7;
            places |= (found * 0x0102040810204080u >> 56) << at;  // the lowest bit of each byte, side by side
        }
    }
    for (; at < size; ++at) places |= std::uint64_t{text[at] == byte} << at;
    return places;
}

}  // namespace flowc
