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

TEST(Summary, IsAsFarAsCheckWouldHaveGone) {
    const std::string text =
        "include: gone.flow.yaml\n---\nflow: Main\nstart:\n  - sya: Hello.\n  - hangup\n---\nflow: Other\nstart: "
        "[{queue: X}, hangup]\n";
    const auto findings = [&](bool summarised) {
        Sources sources;
        Document document = read({"main.flow.yaml", text}, sources);
        if (summarised) summarise(document, sources);
        EXPECT_EQ(document.lowered != nullptr, summarised) << "it is read once";
        std::string all;
        const CheckResult result = check(std::move(document), sources);
        for (const Diagnostic& item : result.diagnostics.items())
            all += std::string{item.rule->id} + '@' + std::to_string(item.span.begin) + ' ' + item.message + '\n';
        return all;
    };
    EXPECT_EQ(findings(true), findings(false));
    EXPECT_NE(findings(true), "");
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

/// A flow that leads to another one; `to` is what the language takes there.
FileSummary leading(std::string_view file, std::string_view name, std::string_view to) {
    const std::string text =
        "flow: " + std::string(name) + "\nstart: [{transfer: {flow: " + std::string(to) + "}, on_error: hangup}]\n";
    return summarise({std::string(file), text});
}

FileSummary ending(std::string_view file, std::string_view name) {
    const std::string text = "flow: " + std::string(name) + "\nstart: [hangup]\n";
    return summarise({std::string(file), text});
}

TEST(FlowSet, KnowsWhichFlowsOthersLeadTo) {
    std::vector<FileSummary> files{leading("a.flow.yaml", "Main", "Second"), leading("b.flow.yaml", "Second", "Second"),
                                   ending("c.flow.yaml", "Third")};
    const FlowSet set(std::move(files), true);
    EXPECT_FALSE(set.may_lead_to("Main"));
    EXPECT_TRUE(set.may_lead_to("Second"));
    EXPECT_FALSE(set.may_lead_to("Third"));
    EXPECT_FALSE(set.may_lead_to(""));
}

TEST(FlowSet, TakesAFlowThatOnlyTheRunKnowsForAnyOther) {
    std::vector<FileSummary> files{leading("a.flow.yaml", "Main", "$.Attributes.next"),
                                   ending("b.flow.yaml", "Second")};
    const FlowSet set(std::move(files), true);
    EXPECT_FALSE(set.may_lead_to("Main"));
    EXPECT_TRUE(set.may_lead_to("Second"));
    EXPECT_TRUE(set.may_lead_to(""));
}

TEST(FlowSet, DoesNotKnowWhereAFaultyFlowLeads) {
    std::vector<FileSummary> files{summarise({"a.flow.yaml", "flow: Main\nstart:\n  - nonsense: 1\n"}),
                                   ending("b.flow.yaml", "Second")};
    EXPECT_TRUE(FlowSet(std::move(files), true).may_lead_to("Second"));
}

TEST(FlowSet, OfAFlowAloneHasNoneThatLeadsToIt) {
    std::vector<FileSummary> files{leading("a.flow.yaml", "Main", "$.Attributes.next")};
    const FlowSet set(std::move(files), false);
    EXPECT_FALSE(set.may_lead_to("Main"));
    EXPECT_FALSE(set.may_lead_to(""));
}

TEST(FlowSet, KnowsNoFlowOfANameThatTwoHave) {
    std::vector<FileSummary> files{summarise({"a.json", exported}), summarise({"b.json", exported})};
    EXPECT_FALSE(FlowSet(std::move(files), true).find("Main line"));
}

}  // namespace
}  // namespace flowc
