#include "source/text_hash.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace flowc {
namespace {

TEST(TextHash, TellsNamesThatAreCountedApartByItsLowestBits) {
    std::set<std::uint32_t> slots;
    for (int i = 0; i < 200; ++i) slots.insert(text_hash("start-say-" + std::to_string(i)) % 512);
    EXPECT_GT(slots.size(), 140u);  // by chance it would be 166
}

TEST(TextHash, IsOneOfEqualTextsWhereverTheyStand) {
    const std::string text = "xstart-say-1";
    EXPECT_EQ(text_hash(std::string_view(text).substr(1)), text_hash("start-say-1"));
    EXPECT_NE(text_hash(""), text_hash(std::string_view("\0", 1)));
}

}  // namespace
}  // namespace flowc
