#include <gtest/gtest.h>

#include "tests/unit/flowdsl/verbs/one_step.hpp"

namespace flowc {
namespace {

using testing_verbs::compile_step;

TEST(Criteria, WritesOneSkillAloneAndSeveralTogether) {
    const auto step =
        compile_step("criteria: [{all: {Language: {French: 3}}, for: 30s}, {any: {Language: {French: 1, German: 2}}}]");
    EXPECT_EQ(step.findings, "");
    EXPECT_EQ(step.parameters,
              "{RoutingCriteria:{Steps:["
              "{Expression:{AttributeCondition:{Name:Language,Value:French,ProficiencyLevel:3.0,"
              "ComparisonOperator:NumberGreaterOrEqualTo}},Expiry:{DurationInSeconds:30}},"
              "{Expression:{OrExpression:["
              "{AttributeCondition:{Name:Language,Value:French,ProficiencyLevel:1.0,ComparisonOperator:"
              "NumberGreaterOrEqualTo}},"
              "{AttributeCondition:{Name:Language,Value:German,ProficiencyLevel:2.0,ComparisonOperator:"
              "NumberGreaterOrEqualTo}}"
              "]}}]}}");
}

TEST(Criteria, TakesAgentsAndReadyCriteria) {
    EXPECT_EQ(compile_step("criteria: [{agents: [\"{customer_id}\"]}]").parameters,
              "{RoutingCriteria:{Steps:[{Expression:{AttributeCondition:{ComparisonOperator:Match,"
              "MatchCriteria:{AgentsCriteria:{AgentIds:[$.CustomerId]}}}}}]}}");
    EXPECT_EQ(compile_step("criteria: $.External.criteria").parameters, "{RoutingCriteria:$.External.criteria}");
}

TEST(Criteria, RefusesASkillThatIsNotWhole) {
    EXPECT_EQ(compile_step("criteria: [{all: {French: 3}}]").findings, "bad-value: 3\n");
    EXPECT_EQ(compile_step("criteria: [{all: {Language: {French: 6}}}]").findings, "bad-value: 6\n");
    EXPECT_EQ(compile_step("criteria: [{all: {Language: {}}}]").findings, "bad-value: {}\n");
    EXPECT_EQ(compile_step("criteria: [{all: {}}]").findings, "bad-value: {}\n");
}

TEST(Criteria, RefusesStepsThatNeverEndOrSayNothing) {
    const std::string skill = "{all: {Language: {French: 3}}";
    EXPECT_EQ(compile_step("criteria: [" + skill + "}, " + skill + "}]").findings, "missing-option: " + skill + "}\n");
    EXPECT_EQ(compile_step("criteria: [" + skill + ", any: {Language: {French: 3}}}]").findings,
              "conflicting-options: any\n");
    EXPECT_EQ(compile_step("criteria: [{for: 30s}]").findings, "missing-option: {for: 30s}\n");
    EXPECT_EQ(compile_step("criteria: [{al: {Language: {French: 3}}}]").findings, "unknown-option: al\n");
    EXPECT_EQ(compile_step("criteria: []").findings, "bad-value: []\n");
    EXPECT_EQ(compile_step("criteria: [{agents: []}]").findings, "bad-value: []\n");
}

}  // namespace
}  // namespace flowc
