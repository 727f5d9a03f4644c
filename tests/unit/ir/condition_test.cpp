#include "ir/condition.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/ir/flow_of.hpp"

namespace flowc {
namespace {

using test::ReadFlow;

/// A flow of one action.
ReadFlow one_action(std::string_view parameters) {
    return ReadFlow(std::string(R"({"Actions": [{"Identifier": "a", "Type": "Wait", "Parameters": )") +
                    std::string(parameters) +
                    R"(, "Transitions": {"NextAction": "a",
                        "Conditions": [{"NextAction": "a", "Condition": {"Operator": "Equals", "Operands": ["Done"]}}],
                        "Errors": [{"ErrorType": "Failed", "NextAction": "a"}]}}]})");
}

Truth ask(std::string_view parameters, std::vector<Term> terms) {
    const ReadFlow read = one_action(parameters);
    const Action& action = read.flow.actions.at(0);
    return holds(read.flow, action, read.flow.node(action.parameters), terms);
}

using Op = Term::Op;

TEST(Condition, ComparesWordsWithoutRegardToCase) {
    EXPECT_EQ(ask(R"({"A": "true"})", {{"A", Op::equals, "True"}}), Truth::yes);
    EXPECT_EQ(ask(R"({"A": true})", {{"A", Op::equals, "True"}}), Truth::yes);
    EXPECT_EQ(ask(R"({"A": "no"})", {{"A", Op::equals, "True"}}), Truth::no);
    EXPECT_EQ(ask(R"({})", {{"A", Op::equals, "True"}}), Truth::no);
}

TEST(Condition, DecidesNothingByWhatIsNoWord) {
    for (const std::string_view value : {R"("")", "null", "{}", R"(["True"])"}) {
        const std::string parameters = R"({"A": )" + std::string(value) + "}";
        EXPECT_EQ(ask(parameters, {{"A", Op::equals, "True"}}), Truth::unknown) << value;
        EXPECT_EQ(ask(parameters, {{"A", Op::present, ""}}), Truth::yes) << value;
    }
    EXPECT_EQ(ask(R"({"A": ""})", {{"A", Op::contains, "True"}}), Truth::unknown);
    EXPECT_EQ(ask(R"({"A": ""})", {{"A", Op::lacks, "True"}}), Truth::unknown);
}

TEST(Condition, FollowsDottedPaths) {
    EXPECT_EQ(ask(R"({"A": {"B": {"C": "x"}}})", {{"A.B.C", Op::present, ""}}), Truth::yes);
    EXPECT_EQ(ask(R"({"A": {"B": "x"}})", {{"A.B.C", Op::present, ""}}), Truth::no);
    EXPECT_EQ(ask(R"({"A": {}})", {{"A.B.C", Op::absent, ""}}), Truth::yes);
    EXPECT_EQ(ask(R"({"A": {"B": {"C": "x"}}})", {{"A.B.C", Op::equals, "x"}}), Truth::yes);
}

TEST(Condition, LooksIntoListsAndTexts) {
    EXPECT_EQ(ask(R"({"A": ["Agent", "Customer"]})", {{"A", Op::contains, "agent"}}), Truth::yes);
    EXPECT_EQ(ask(R"({"A": ["Agent"]})", {{"A", Op::contains, "Customer"}}), Truth::no);
    EXPECT_EQ(ask(R"({"A": "1*"})", {{"A", Op::contains, "*"}}), Truth::yes);
    EXPECT_EQ(ask(R"({"A": []})", {{"A", Op::lacks, "Agent"}}), Truth::yes);
    EXPECT_EQ(ask(R"({})", {{"A", Op::lacks, "Agent"}}), Truth::yes);
    EXPECT_EQ(ask(R"({"A": ["Agent"]})", {{"A", Op::lacks, "Agent"}}), Truth::no);
}

TEST(Condition, CannotTellWhatIsKnownLater) {
    EXPECT_EQ(ask(R"({"A": "$.Attributes.a"})", {{"A", Op::equals, "True"}}), Truth::unknown);
    EXPECT_EQ(ask(R"({"A": "<<A>>"})", {{"A", Op::equals, "True"}}), Truth::unknown);
    EXPECT_EQ(ask(R"({"A": "<<A>>"})", {{"A", Op::present, ""}}), Truth::yes);
    EXPECT_EQ(ask(R"({"A": "<<A>>"})", {{"A.B", Op::present, ""}}), Truth::unknown);
    EXPECT_EQ(ask(R"({"A": ["$.Attributes.a"]})", {{"A", Op::lacks, "x"}}), Truth::unknown);
    EXPECT_EQ(ask(R"({"A": "$.Attributes.a"})", {{"A", Op::equals, "x"}, {"B", Op::present, ""}}), Truth::no);
    EXPECT_EQ(ask(R"("<<ALL>>")", {{"A", Op::absent, ""}}), Truth::unknown);
}

TEST(Condition, AsksForBranches) {
    EXPECT_EQ(ask("{}", {{"condition:Done", Op::present, ""}}), Truth::yes);
    EXPECT_EQ(ask("{}", {{"condition:Gone", Op::present, ""}}), Truth::no);
    EXPECT_EQ(ask("{}", {{"error:Failed", Op::absent, ""}}), Truth::no);
    EXPECT_EQ(ask("{}", {{"error:Other", Op::absent, ""}}), Truth::yes);
}

TEST(Condition, HoldsWithoutTerms) { EXPECT_EQ(ask("{}", {}), Truth::yes); }

}  // namespace
}  // namespace flowc
