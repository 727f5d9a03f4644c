#include "source/byte_groups.hpp"

#include <gtest/gtest.h>

#include <string>

namespace flowc {
namespace {

TEST(ByteGroupsTest, TellWhichOfThemStandInAText) {
    enum : unsigned { digit = 1, sign = 2, both = 4 };
    constexpr ByteGroups groups{{digit, "0123456789"}, {sign, "$@"}, {both, "$1\xC3"}};
    EXPECT_EQ(groups.in(""), 0u);
    EXPECT_EQ(groups.in("thank you for calling"), 0u);
    EXPECT_EQ(groups.in("a@b"), unsigned{sign});
    EXPECT_EQ(groups.in("call 1"), digit | both);
    EXPECT_EQ(groups.in("\xC3\xA9t\xC3\xA9"), unsigned{both});
    for (std::size_t before = 0; before < 9; ++before)
        EXPECT_EQ(groups.in(std::string(before, 'x') + "7"), unsigned{digit}) << before;
}

}  // namespace
}  // namespace flowc
