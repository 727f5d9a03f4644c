#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "tests/golden/golden_case.hpp"

namespace flowc::golden {
namespace {

/// With `FLOWC_UPDATE_GOLDENS=1` the expected texts are rewritten: they are to be read before they are kept.
TEST(Golden, FindingsAreExactlyTheExpectedOnes) {
    const char* switched = std::getenv("FLOWC_UPDATE_GOLDENS");
    const bool update = switched && std::string(switched) == "1";
    const std::vector<Case> cases = all_cases();
    ASSERT_FALSE(cases.empty());
    for (const Case& golden : cases) {
        SCOPED_TRACE(golden.input.string());
        const std::string found = findings_of(golden);
        if (update) {
            std::ofstream file(golden.expected, std::ios::binary);
            file << found;
            EXPECT_TRUE(file.flush()) << "cannot write " << golden.expected;
            continue;
        }
        EXPECT_TRUE(std::filesystem::exists(golden.expected)) << "no " << golden.expected;
        EXPECT_EQ(found, read_text(golden.expected));
    }
}

}  // namespace
}  // namespace flowc::golden
