#include <gtest/gtest.h>

#include "tests/unit/flowdsl/verbs/one_step.hpp"

namespace flowc {
namespace {

using testing_verbs::compile_step;

TEST(View, SendsWhatNobodyNamedToTheFailureAndWithoutCasesOn) {
    EXPECT_EQ(
        compile_step("{view: $.Attributes.form, cases: {Next: next, Back: repeat}, late: [{say: x}, next]}").branches,
        "next > hangup\n"
        "Equals Next > start-branch-1\n"
        "Equals Back > start-view-1\n"
        "NoMatchingCondition > hangup\n"
        "NoMatchingError > hangup\n"
        "TimeLimitExceeded > start-view-1-late-say-1\n");
    EXPECT_EQ(compile_step("view: $.Attributes.form").branches,
              "next > hangup\n"
              "NoMatchingCondition > start-branch-1\n"
              "NoMatchingError > hangup\n"
              "TimeLimitExceeded > hangup\n");
}

TEST(View, KeepsTheTypesOfItsData) {
    EXPECT_EQ(compile_step("{view: $.Attributes.form, data: {a: true, b: \"true\", c: [1, x]}, timeout: 90s, hide: on}")
                  .parameters,
              "{ViewResource:{Id:$.Attributes.form},InvocationTimeLimitSeconds:90,"
              "ViewData:{a:true,b:true,c:[1,x]},SensitiveDataConfiguration:{HideResponseOn:[TRANSCRIPT]}}");
    EXPECT_EQ(compile_step("view: $.Attributes.form").parameters,
              "{ViewResource:{Id:$.Attributes.form},InvocationTimeLimitSeconds:300,ViewData:{}}");
}

TEST(View, RefusesWhatTheServiceDoes) {
    EXPECT_EQ(compile_step("{view: $.Attributes.form, data: x}").findings, "bad-value: x\n");
    EXPECT_EQ(compile_step("{view: $.Attributes.form, timeout: 5}").findings, "bad-value: 5\n");
    EXPECT_EQ(compile_step("{view: $.Attributes.form, cases: {Next: next, Back or Next: next}}").findings,
              "duplicate-case: Next\n");
}

}  // namespace
}  // namespace flowc
