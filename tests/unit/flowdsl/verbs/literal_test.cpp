#include <gtest/gtest.h>

#include "tests/unit/flowdsl/verbs/one_step.hpp"

namespace flowc {
namespace {

using testing_verbs::compile_step;

TEST(LiteralArn, IsNotSaidOfWhatIsNone) {
    EXPECT_TRUE(compile_step("lambda: {arn: find}").findings.starts_with("wrong-resource: "));
    EXPECT_TRUE(compile_step("lambda: {arn: \"\"}").findings.starts_with("empty-value: "));
    EXPECT_TRUE(compile_step("lambda: {arn: \"{caller}\"}").findings.starts_with("bad-value: "));
    for (const std::string_view arn : {"find", "\"\"", "\"{caller}\""})
        EXPECT_EQ(compile_step("lambda: {arn: " + std::string{arn} + "}").findings.find("literal-arn"),
                  std::string::npos)
            << arn;
    EXPECT_TRUE(compile_step("lambda: {arn: \"<<Find>>\"}").findings.starts_with("literal-arn: "));
}

TEST(LiteralAction, IsToldOfAnOperatorItDoesNotTakeOnce) {
    const std::string findings =
        compile_step("{action: Wait, parameters: {TimeLimitSeconds: \"30\"}, cases: {over 5: a}}").findings;
    EXPECT_NE(findings.find("condition-operator: "), std::string::npos) << findings;
    EXPECT_EQ(findings.find("condition-operand: "), std::string::npos) << findings;
}

}  // namespace
}  // namespace flowc
