#include "ir/read_flow.hpp"

#include <gtest/gtest.h>

#include "tests/unit/ir/flow_of.hpp"

namespace flowc {
namespace {

using test::ReadFlow;

TEST(ReadFlowTest, KeepsTheOrderInWhichTransitionsAreTried) {
    const ReadFlow read(R"({"StartAction": "a", "Actions": [
        {"Identifier": "a", "Type": "GetParticipantInput", "Parameters": {}, "Transitions": {
            "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "b"}],
            "NextAction": "a",
            "Conditions": [{"NextAction": "b", "Condition": {"Operator": "Equals", "Operands": ["1"]}}]}},
        {"Identifier": "b", "Type": "DisconnectParticipant"}]})");
    const Flow& flow = read.flow;
    ASSERT_EQ(flow.actions.size(), 2u);
    EXPECT_EQ(flow.start, 0u);
    EXPECT_EQ(flow.actions[0].type, ActionType::GetParticipantInput);
    const std::span<const Transition> transitions = flow.transitions_of(flow.actions[0]);
    ASSERT_EQ(transitions.size(), 3u);
    EXPECT_EQ(transitions[0].kind, Transition::Kind::next);
    EXPECT_EQ(transitions[0].target, 0u);
    EXPECT_EQ(transitions[1].kind, Transition::Kind::condition);
    EXPECT_EQ(transitions[1].label, "Equals");
    EXPECT_EQ(flow.node(transitions[1].operands).size(), 1u);
    EXPECT_EQ(transitions[2].label, "NoMatchingError");
    EXPECT_EQ(transitions[2].target, 1u);
    EXPECT_EQ(read.sources.slice(transitions[2].label_span), "\"NoMatchingError\"");
    EXPECT_TRUE(flow.transitions_of(flow.actions[1]).empty());
}

TEST(ReadFlowTest, LeadsToTheFirstOfTwoActionsWithOneIdentifier) {
    const ReadFlow read(R"({"StartAction": "a", "Actions": [{"Identifier": "a"}, {"Identifier": "a"}]})");
    EXPECT_EQ(read.flow.start, 0u);
    EXPECT_EQ(read.flow.actions.size(), 2u);
}

TEST(ReadFlowTest, LeavesHolesWhereSomethingIsMissingOrOfAnotherType) {
    for (const std::string_view json :
         {"null", "7", "[]", "\"flow\"", "{}", R"({"Actions": 7})", R"({"Actions": {"a": {}}})",
          R"({"Actions": [null, 7, []]})", R"({"StartAction": 7, "Metadata": [], "Settings": null})",
          R"({"Metadata": {"ActionMetadata": [1]}})"}) {
        const ReadFlow read(json);
        EXPECT_TRUE(read.flow.actions.empty()) << json;
        EXPECT_EQ(read.flow.start, no_action) << json;
    }
    const ReadFlow read(R"({"StartAction": "", "Actions": [{}, {"Identifier": 7, "Type": [], "Parameters": null,
        "Transitions": {"NextAction": {}, "Conditions": [7, {}, {"Condition": 7}], "Errors": {"a": 1}}},
        {"Identifier": "", "Transitions": []}]})");
    const Flow& flow = read.flow;
    ASSERT_EQ(flow.actions.size(), 3u);
    EXPECT_EQ(flow.start, no_action);
    const std::span<const Transition> transitions = flow.transitions_of(flow.actions[1]);
    ASSERT_EQ(transitions.size(), 3u);
    for (const Transition& transition : transitions) {
        EXPECT_EQ(transition.target, no_action);
        EXPECT_EQ(transition.label, "");
    }
    EXPECT_EQ(flow.actions[0].type, ActionType::unknown);
}

TEST(ReadFlowTest, TakesNameAndTypeFromTheConsolesMetadata) {
    const std::string_view json =
        R"({"Metadata": {"name": "Welcome", "description": "hello", "type": "customerQueue"}})";
    const ReadFlow read(json, FlowType::contact_flow);
    EXPECT_EQ(read.flow.name, "Welcome");
    EXPECT_EQ(read.flow.description, "hello");
    EXPECT_EQ(read.flow.type, FlowType::customer_queue);
    EXPECT_EQ(ReadFlow("{}", FlowType::module).flow.type, FlowType::module);
    EXPECT_EQ(ReadFlow(R"({"Metadata": {"type": ""}})").flow.type, FlowType::unknown);
}

}  // namespace
}  // namespace flowc
