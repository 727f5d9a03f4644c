#include "source/byte_places.hpp"

#include <gtest/gtest.h>

#include <string>

namespace flowc {
namespace {

TEST(BytePlaces, AreThoseOfTheFirst64Bytes) {
    for (std::size_t size = 0; size <= 80; ++size) {
        std::string text(size, 'x');
        for (std::size_t at = 0; at < size; at += 7) text[at] = '\\';
        std::uint64_t places = 0;
        for (std::size_t at = 0; at < size && at < byte_places_width; at += 7) places |= std::uint64_t{1} << at;
        EXPECT_EQ(byte_places(text, '\\'), places) << size;
    }
}

TEST(BytePlaces, KnowNeighboursApart) {
    // Bytes that differ in one bit, or in the highest alone, and those around zero.
    EXPECT_EQ(byte_places("\\]\xDC[\\\\^\xA3", '\\'), 0b110001u);
    EXPECT_EQ(byte_places(std::string_view("\0\1\x80\xFF\0\0\x7F\1", 8), '\0'), 0b110001u);
}

}  // namespace
}  // namespace flowc
