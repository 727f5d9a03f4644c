#include <gtest/gtest.h>

#include "tests/unit/flowdsl/compiled.hpp"

namespace flowc {
namespace {

constexpr std::string_view allowing = R"(flow: A
on_error: hangup
start:
  - queue: sales  # flowc: allow queue-set-and-unused another flow goes on
  - hangup
)";

TEST(Allow, SilencesARuleThatOnlyChecksAsk) {
    Sources sources;
    const CheckResult checked = check({"a.flow.yaml", allowing}, sources);
    EXPECT_TRUE(checked.diagnostics.items().empty());
}

TEST(Allow, IsNotUnusedWhereItsRuleIsNotAsked) {
    EXPECT_EQ(Compiled(std::string{allowing}).messages(), "");
    Sources sources;
    CheckOptions options;
    options.lint.rules.set(*find_rule("queue-set-and-unused"), Level::off);
    const CheckResult checked = check({"a.flow.yaml", allowing}, sources, options);
    EXPECT_TRUE(checked.diagnostics.items().empty());
}

}  // namespace
}  // namespace flowc
