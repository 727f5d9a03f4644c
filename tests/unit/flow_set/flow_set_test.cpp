#include "flowc/flow_set.hpp"

#include <gtest/gtest.h>

#include "flowc/compile.hpp"

namespace flowc {
namespace {

constexpr std::string_view exported = R"({
  "Version": "2019-10-30", "StartAction": "keep", "Metadata": {"name": "Main line"},
  "Actions": [
    {"Identifier": "keep", "Type": "UpdateContactAttributes",
     "Parameters": {"Attributes": {"department": "Sales", "caller": "$.CustomerEndpoint.Address"}},
     "Transitions": {"NextAction": "which", "Errors": []}},
    {"Identifier": "which", "Type": "Compare", "Parameters": {"ComparisonValue": "$.Attributes.department"},
     "Transitions": {"NextAction": "keep",
       "Conditions": [{"NextAction": "keep", "Condition": {"Operator": "Equals", "Operands": ["Sales"]}}], "Errors": []}}
  ]})";

TEST(Summary, TellsWhatAFlowWritesAndCompares) {
    const FileSummary file = summarise({"main.json", exported});
    EXPECT_TRUE(file.whole);
    EXPECT_EQ(file.text, exported);
    ASSERT_EQ(file.flows.size(), 1u);
    const FlowSummary& flow = file.flows[0];
    EXPECT_EQ(flow.name, "Main line");
    ASSERT_EQ(flow.writes.size(), 2u);
    EXPECT_EQ(flow.writes[0].attribute, "department");
    EXPECT_EQ(flow.writes[0].value, "Sales");
    EXPECT_EQ(exported.substr(flow.writes[0].span.begin, flow.writes[0].span.size()), "\"Sales\"");
    EXPECT_FALSE(flow.writes[1].fixed);
    ASSERT_EQ(flow.comparisons.size(), 1u);
    EXPECT_EQ(flow.comparisons[0].attribute, "department");
    ASSERT_EQ(flow.comparisons[0].branches.size(), 1u);
    EXPECT_EQ(flow.comparisons[0].branches[0].operand, "Sales");
}

TEST(Summary, LeavesADocumentAsItWas) {
    Sources sources;
    Document document = read({"main.json", exported}, sources);
    const std::size_t nodes = document.tree.size();
    summarise(document, sources);
    EXPECT_EQ(document.tree.size(), nodes);
    EXPECT_EQ(check(std::move(document), sources).flows.size(), 1u);
}

TEST(Summary, OfAFaultyFileIsNotWhole) {
    EXPECT_FALSE(summarise({"main.json", R"({"Version": "2019-10-30", "Actions": [)"}).whole);
    EXPECT_FALSE(summarise({"main.flow.yaml", "flow: Main\nstart:\n  - nonsense: 1\n"}).whole);
}

TEST(FlowSet, FindsAFlowByNameAndByWhatStandsForIt) {
    std::vector<FileSummary> files{summarise({"main.flow.yaml", "flow: Main\nstart: [hangup]\n"}),
                                   summarise({"main.json", exported})};
    const FlowSet set(std::move(files), true);
    EXPECT_TRUE(set.whole());
    EXPECT_EQ(set.find("Main").file->file, "main.flow.yaml");
    EXPECT_EQ(set.find("<<flow:Main>>").flow, set.find("Main").flow);
    EXPECT_EQ(set.find("Main line").file->file, "main.json");
    EXPECT_FALSE(set.find("main line"));
    EXPECT_TRUE(set.writes("department"));
    EXPECT_FALSE(set.writes("reason"));
}

TEST(FlowSet, KnowsNoFlowOfANameThatTwoHave) {
    std::vector<FileSummary> files{summarise({"a.json", exported}), summarise({"b.json", exported})};
    EXPECT_FALSE(FlowSet(std::move(files), true).find("Main line"));
}

}  // namespace
}  // namespace flowc
