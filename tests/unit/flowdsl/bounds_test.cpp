#include <gtest/gtest.h>

#include <string>

#include "flowc/compile.hpp"
#include "rules/rule.hpp"
#include "syntax/text_rules.hpp"

namespace flowc {
namespace {

/// What is found by one rule, each finding as its place in the text and its message.
std::vector<std::pair<std::uint32_t, std::string>> found(const std::string& name, const std::string& text,
                                                         const RuleInfo& rule) {
    Sources sources;
    std::vector<std::pair<std::uint32_t, std::string>> result;
    const CheckResult checked = check({name, text}, sources);
    for (const Diagnostic& one : checked.diagnostics.items())
        if (one.rule == &rule) result.emplace_back(one.span.begin, one.message);
    return result;
}

std::string repeated(const std::string& unit, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += unit;
    return text;
}

TEST(Bounds, ALongFlowIsLoweredOnlySoFar) {
    const std::string head = "flow: Long\non_error: hangup\nstart:\n";
    const std::string step = "  - say: a\n";
    const auto findings = found("a.flow.yaml", head + repeated(step, 2500) + "  - hangup\n", rules::too_many_actions);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].first, head.size() + 2000 * step.size() + 4);
    EXPECT_EQ(findings[0].second,
              "the flow has more than 2000 steps, those of the definitions that it uses among them, and the service takes "
              "250 actions; move a part into a module or a flow of its own");
}

TEST(Bounds, OfTooManyActionsNoneIsRead) {
    const std::string flow = R"({"Version": "2019-10-30", "StartAction": "a", "Actions": [)";
    const auto findings = found("a.json", flow + repeated("{},", 25000) + "{}]}", rules::too_many_actions);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].second, "the flow has 25001 actions, the service takes 250; none of them was checked");
    EXPECT_TRUE(found("a.json", flow + repeated("{},", 25000) + "{}]}", rules::action_shape).empty());
    EXPECT_FALSE(found("a.json", flow + repeated("{},", 24999) + "{}]}", rules::action_shape).empty());
}

TEST(Bounds, SoManyDocumentsAreReadAndTheNextIsToldOf) {
    const std::string document = "flow: a\nstart: [hangup]\n---\n";
    const std::string text = repeated(document, 500);
    const auto findings = found("a.flow.yaml", text + "flow: b\nstart: [hangup]\n", rules::file_too_large);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].second, "the file holds more than 500 documents; divide it among several files");
    EXPECT_TRUE(found("a.flow.yaml", text.substr(0, text.size() - 4), rules::file_too_large).empty());
}

}  // namespace
}  // namespace flowc
