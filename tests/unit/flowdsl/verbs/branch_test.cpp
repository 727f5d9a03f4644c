#include <gtest/gtest.h>

#include "tests/unit/flowdsl/verbs/one_step.hpp"

namespace flowc {
namespace {

using testing_verbs::compile_step;

TEST(Branch, ComparesWithATextOrWithOneReference) {
    const auto step = compile_step(
        R"({branch: channel, cases: {"{queue}": a, "under {language}": a, "{{x": b, "is {queue}": b, "is Under 5": a}, else: next})");
    EXPECT_EQ(step.findings, "");
    for (const std::string_view branch :
         {"Equals $.Queue.Name > hangup\n", "NumberLessThan $.LanguageCode > hangup\n", "Equals {x > hangup\n",
          "Equals {queue} > hangup\n", "Equals Under 5 > hangup\n"})
        EXPECT_NE(step.branches.find(branch), std::string::npos) << branch << " in\n" << step.branches;
}

TEST(Branch, TakesNoTextForAComparison) {
    for (const std::string_view one : {"at least 0x5", "Under 5", "under  7", "'red  or blue'", "'x {queue}'"}) {
        const auto step = compile_step("{branch: channel, cases: {" + std::string{one} + ": a}, else: next}");
        EXPECT_TRUE(step.findings.starts_with("bad-value: ")) << one << ": " << step.findings;
    }
}

}  // namespace
}  // namespace flowc
