#include "ir/positions.hpp"

#include <gtest/gtest.h>

#include "tests/unit/ir/flow_of.hpp"

namespace flowc {
namespace {

using test::ReadFlow;

TEST(PositionsTest, AreReadInEitherSpelling) {
    const ReadFlow read(R"({"Actions": [{"Identifier": "a"}, {"Identifier": "b"}, {"Identifier": "c"}],
        "Metadata": {"ActionMetadata": {"a": {"position": {"x": 12.5, "y": -3}}, "b": {"Position": {"X": 1e99, "Y": 0}},
                                        "c": {"Position": {"X": 7, "Y": 8}}, "d": {"position": {"x": 0, "y": 0}}}}})");
    const auto positions = positions_of(read.flow);
    ASSERT_EQ(positions.size(), 3u);
    EXPECT_EQ(positions[0], (Point{12, -3}));
    EXPECT_EQ(positions[1], std::nullopt);
    EXPECT_EQ(positions[2], (Point{7, 8}));
    EXPECT_TRUE(positions_of(ReadFlow(R"({"Actions": [{"Identifier": "a"}]})").flow).empty());
}

}  // namespace
}  // namespace flowc
