#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace flowc {

/// Whether two texts are the same, eight bytes at a time: of names of the Flow language, which are looked up for every key and
/// every branch, a call of `memcmp` takes longer than they do.
inline bool same_text(std::string_view left, std::string_view right) {
    const auto differ = [&]<class Word>(Word, std::size_t at) {
        Word a;
        Word b;
        std::memcpy(&a, left.data() + at, sizeof(Word));
        std::memcpy(&b, right.data() + at, sizeof(Word));
        return static_cast<std::uint64_t>(a ^ b);
    };
    const std::size_t size = left.size();
    if (size != right.size()) return false;
    std::uint64_t differences = 0;
    if (size >= sizeof(std::uint64_t)) {
        constexpr std::size_t step = sizeof(std::uint64_t);
        for (std::size_t at = 0; at + step < size; at += step) differences |= differ(std::uint64_t{}, at);
        return (differences | differ(std::uint64_t{}, size - step)) == 0;
    }
    if (size >= sizeof(std::uint32_t))
        return (differ(std::uint32_t{}, 0) | differ(std::uint32_t{}, size - sizeof(std::uint32_t))) == 0;
    for (std::size_t at = 0; at < size; ++at) differences |= differ(std::uint8_t{}, at);
    return differences == 0;
}

}  // namespace flowc
