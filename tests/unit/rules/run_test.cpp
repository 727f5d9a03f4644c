#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "rules/content_size.hpp"
#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "tests/unit/ir/flow_of.hpp"

namespace flowc::rules {
namespace {

using test::ReadFlow;

/// The ids of what is found, sorted, with a space between them.
std::string found_in(const Flow& flow) {
    Diagnostics diagnostics;
    run(flow, diagnostics);
    std::vector<std::string> ids;
    for (const Diagnostic& diagnostic : diagnostics.items()) ids.emplace_back(diagnostic.rule->id);
    std::sort(ids.begin(), ids.end());
    std::string result;
    for (const std::string& id : ids) result += (result.empty() ? "" : " ") + id;
    return result;
}

std::string found_in(std::string_view json, FlowType type = FlowType::unknown) {
    const ReadFlow read(json, type);
    return found_in(read.flow);
}

/// A document with one action before the end.
std::string with(std::string_view action) {
    return R"({"Version": "2019-10-30", "StartAction": "a", "Actions": [)" + std::string(action) +
           R"(, {"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]})";
}

TEST(Severity, IsNoHarderThanTheEvidence) {
    EXPECT_EQ(severity_for(Evidence::live), Severity::error);
    EXPECT_EQ(severity_for(Evidence::reference_and_exports), Severity::error);
    EXPECT_EQ(severity_for(Evidence::reference), Severity::error);
    EXPECT_EQ(severity_for(Evidence::exports), Severity::warning);
    EXPECT_EQ(severity_for(Evidence::third_party), Severity::warning);
    EXPECT_EQ(severity_for(Evidence::name_only), Severity::warning);
}

TEST(Report, SaysWhereTheEvidenceIsWeak) {
    Diagnostics diagnostics;
    report(diagnostics, unknown_parameter, Evidence::third_party, {}, "unknown parameter `X`");
    report(diagnostics, text_too_long, Evidence::live, {}, "`Text` is long");
    ASSERT_EQ(diagnostics.items().size(), 2u);
    EXPECT_EQ(diagnostics.items()[0].severity, Severity::warning);
    EXPECT_EQ(diagnostics.items()[0].message, "unknown parameter `X` (known from a third party only)");
    EXPECT_EQ(diagnostics.items()[1].severity, Severity::warning);
    EXPECT_EQ(diagnostics.items()[1].message, "`Text` is long");
}

TEST(Run, OneFaultIsOneFinding) {
    // A misspelt parameter is not missing too.
    EXPECT_EQ(
        found_in(with(R"({"Identifier": "a", "Type": "UpdateContactAttributes", "Parameters": {"Atributes": {"k": "v"}},
        "Transitions": {"NextAction": "end", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}]}})")),
        "unknown-parameter");
    // Neither is a misspelt one of several.
    EXPECT_EQ(found_in(with(R"({"Identifier": "a", "Type": "MessageParticipant", "Parameters": {"Txet": "hello"},
        "Transitions": {"NextAction": "end"}})")),
              "unknown-parameter");
    // A value of the wrong type is not looked into.
    EXPECT_EQ(
        found_in(with(R"({"Identifier": "a", "Type": "UpdateContactAttributes", "Parameters": {"Attributes": ["", 7]},
        "Transitions": {"NextAction": "end", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}]}})")),
        "empty-value parameter-type");
    // What a dangling transition was to lead to is not left over too.
    EXPECT_EQ(found_in(R"({"Version": "2019-10-30", "StartAction": "a", "Actions": [
        {"Identifier": "a", "Type": "MessageParticipant", "Parameters": {"Text": "x"}, "Transitions": {"NextAction": "c"}},
        {"Identifier": "other", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]})"),
              "dangling-transition");
    // Without its Transitions an action does not lack each of them.
    EXPECT_EQ(found_in(with(R"({"Identifier": "a", "Type": "TransferContactToQueue", "Parameters": {}})")),
              "action-shape");
    // The form that a missing parameter would decide is not judged.
    EXPECT_EQ(found_in(with(R"({"Identifier": "a", "Type": "GetParticipantInput",
        "Parameters": {"Text": "hello", "InputTimeLimitSeconds": "5"},
        "Transitions": {"NextAction": "end", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}],
            "Conditions": [{"NextAction": "end", "Condition": {"Operator": "Equals", "Operands": ["1"]}}]}})")),
              "missing-parameter");
}

/// A document whose first action has so many conditions, and one error branch, for an error that its type does not have.
std::string with_conditions(std::size_t count) {
    std::string conditions;
    for (std::size_t i = 0; i < count; ++i)
        conditions += (i > 0 ? "," : "") +
                      std::string(R"({"NextAction": "end", "Condition": {"Operator": "Equals", "Operands": [")") +
                      std::to_string(i) + R"("]}})";
    return with(
        R"({"Identifier": "a", "Type": "Compare", "Parameters": {"ComparisonValue": "$.Attributes.x"}, "Transitions": {
        "NextAction": "end", "Conditions": [)" +
        conditions + R"(], "Errors": [{"ErrorType": "Timeout", "NextAction": "end"}]}})");
}

TEST(Run, FindsInALongListWhatItFindsInAShortOne) {
    // The one branch was meant for the error that is missing, which is not missing too.
    EXPECT_EQ(found_in(with_conditions(4)), "foreign-error-branch");
    EXPECT_EQ(found_in(with_conditions(600)), "foreign-error-branch");
}

TEST(Run, ReferencesAndPlaceholdersKeepRulesSilent) {
    EXPECT_EQ(found_in(with(R"({"Identifier": "a", "Type": "GetParticipantInput",
        "Parameters": {"Text": "hello", "InputTimeLimitSeconds": "${LIMIT}", "StoreInput": "<<STORE>>"},
        "Transitions": {"NextAction": "end", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}],
            "Conditions": [{"NextAction": "end", "Condition": {"Operator": "Equals", "Operands": ["1"]}}]}})")),
              "");
    EXPECT_EQ(found_in(with(R"({"Identifier": "a", "Type": "Loop", "Parameters": "<<PARAMETERS>>", "Transitions":
        {"NextAction": "end", "Conditions": [
            {"NextAction": "end", "Condition": {"Operator": "Equals", "Operands": ["<<ONE>>"]}},
            {"NextAction": "end", "Condition": {"Operator": "Equals", "Operands": ["DoneLooping"]}}]}})")),
              "");
}

TEST(Run, TakesAnyJson) {
    for (const std::string_view json : {"null", "7", "[]", "\"x\""}) EXPECT_EQ(found_in(json), "actions-list") << json;
    EXPECT_EQ(found_in("{}"), "actions-list document-version start-action");
}

TEST(Run, SaysNothingOfTheEnvelopeOfACompiledFlow) {
    Flow flow;
    flow.type = FlowType::module;
    flow.start = 0;
    Action end;
    end.type = ActionType::EndFlowModuleExecution;
    end.type_name = "EndFlowModuleExecution";
    end.identifier = "end";
    flow.actions.push_back(end);
    EXPECT_EQ(found_in(flow), "");
}

TEST(Run, FindsInACompiledFlowWhatItFindsInADocument) {
    Flow flow;
    flow.start = 0;
    Action say;
    say.type = ActionType::MessageParticipant;
    say.type_name = "MessageParticipant";
    say.identifier = "say";
    flow.actions.push_back(say);
    EXPECT_EQ(found_in(flow), "conflicting-parameters missing-next-action");
}

TEST(ContentSize, CountsCharactersAgainstTheServicesLimit) {
    Diagnostics diagnostics;
    check_content_size(256'000, {}, diagnostics);
    EXPECT_TRUE(diagnostics.items().empty());
    check_content_size(256'001, {}, diagnostics);
    ASSERT_EQ(diagnostics.items().size(), 1u);
    EXPECT_EQ(diagnostics.items()[0].rule, &content_too_long);
}

TEST(ContentSize, SpacesBetweenTheTokensDoNotCount) {
    const std::string spaces(260'000, ' ');
    EXPECT_EQ(found_in(R"({"Version": "2019-10-30", "StartAction": "end",)" + spaces +
                       R"("Actions": [{"Identifier": "end", "Type": "DisconnectParticipant"}]})"),
              "");
}

}  // namespace
}  // namespace flowc::rules
