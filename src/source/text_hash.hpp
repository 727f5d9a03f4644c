#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace flowc {

/// A number that differs where texts do, nearly always: eight bytes at a time, for names of the length of a UUID are looked up
/// for every branch. It is another one on a machine of another byte order, so nothing that is written may depend on it.
inline std::uint32_t text_hash(std::string_view text) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15u;
    std::uint64_t hash = text.size() * odd;
    const auto mix = [&](const char* from, std::size_t size) {
        std::uint64_t word = 0;
        std::memcpy(&word, from, size);
        hash = (hash ^ word) * odd;
        hash ^= hash >> 32;
    };
    constexpr std::size_t step = sizeof(std::uint64_t);
    const char* at = text.data();
    std::size_t left = text.size();
    for (; left > step; at += step, left -= step) mix(at, step);
    if (text.size() >= step) mix(text.data() + text.size() - step, step);  // some of them a second time
    else if (left > 0) mix(at, left);
    // Names that are counted differ in their last letter alone, which has moved the highest bits and no others so far.
    return static_cast<std::uint32_t>((hash * odd) >> 32);
}

}  // namespace flowc
