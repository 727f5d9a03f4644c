#include <gtest/gtest.h>

#include "tests/unit/flowdsl/verbs/one_step.hpp"

namespace flowc {
namespace {

using testing_verbs::compile_step;

TEST(Split, WritesThresholdsAboveWhatCameBefore) {
    const auto step = compile_step("split: [3%: [hangup], 6%: next, 8%: [{say: x}, hangup], 83%: next]");
    EXPECT_EQ(step.findings, "");
    EXPECT_EQ(step.branches,
              "next > start-branch-1\n"
              "NumberLessThan 4 > hangup\n"
              "NumberLessThan 10 > start-branch-1\n"
              "NumberLessThan 18 > start-split-1-8-say-1\n"
              "NoMatchingCondition > start-branch-1\n");
    EXPECT_EQ(step.parameters, "{}");
}

TEST(Split, TakesTwoSharesOfTheSameSize) {
    const auto step = compile_step("split: [50%: [{say: x}, next], 50%: [{say: y}, next]]");
    EXPECT_EQ(step.findings, "");
    EXPECT_EQ(step.branches,
              "next > start-split-1-50-say-2\n"
              "NumberLessThan 51 > start-split-1-50-say-1\n"
              "NoMatchingCondition > start-split-1-50-say-2\n");
}

TEST(Split, RefusesSharesThatAreNotAWhole) {
    EXPECT_EQ(compile_step("split: [10%: next, 80%: hangup]").findings, "bad-value: [10%: next, 80%: hangup]\n");
    EXPECT_EQ(compile_step("split: [60%: next, 60%: hangup]").findings, "bad-value: [60%: next, 60%: hangup]\n");
    EXPECT_EQ(compile_step("split: [50%: next]").findings, "bad-value: [50%: next]\n");
    EXPECT_EQ(compile_step("split: []").findings, "bad-value: []\n");
}

TEST(Split, RefusesWhatIsNoShare) {
    EXPECT_EQ(compile_step("split: [10: next, 90%: hangup]").findings, "bad-value: 10\n");
    EXPECT_EQ(compile_step("split: [0%: next, 100%: hangup]").findings, "bad-value: 0%\nbad-value: 100%\n");
    EXPECT_EQ(compile_step("split: [12.5%: next, 87%: hangup]").findings, "bad-value: 12.5%\n");
    EXPECT_EQ(compile_step("split: [-5%: next, 95%: hangup]").findings, "bad-value: -5%\n");
    EXPECT_EQ(compile_step("split: [next, 90%: hangup]").findings, "bad-value: next\n");
    EXPECT_EQ(compile_step("split: {10%: next, 90%: hangup}").findings, "bad-value: {10%: next, 90%: hangup}\n");
    EXPECT_EQ(compile_step("split: half").findings, "bad-value: half\n");
    EXPECT_EQ(compile_step("split: [10%: nowhere, 90%: next]").findings, "unknown-target: nowhere\n");
}

}  // namespace
}  // namespace flowc
