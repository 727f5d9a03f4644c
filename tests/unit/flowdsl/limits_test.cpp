// What no service takes is refused before it costs time and memory: a flow file may ask for far more than it holds.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rules/rule.hpp"
#include "syntax/text_rules.hpp"
#include "tests/unit/flowdsl/compiled.hpp"

namespace flowc {
namespace {

/// What one rule says of a text.
std::vector<std::string> said(const std::string& name, const std::string& text, const RuleInfo& rule) {
    Sources sources;
    std::vector<std::string> messages;
    const CheckResult checked = check({name, text}, sources);
    for (const Diagnostic& one : checked.diagnostics.items())
        if (one.rule == &rule) messages.push_back(one.message);
    return messages;
}

std::string repeated(std::string_view piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += piece;
    return text;
}

TEST(Limits, OfAFlowTwoThousandStepsAreRead) {
    const std::string head = "flow: A\nstart:\n";
    const Compiled large(head + repeated("  - say: a\n", 1999) + "  - hangup\n");
    EXPECT_EQ(large.findings(), "too-many-actions@253") << "every step is read";
    const Compiled larger(head + repeated("  - say: a\n", 2000) + "  - sya: a\n  - hangup\n");
    EXPECT_EQ(larger.findings(), "too-many-actions@2003") << "and what stands behind is not";
    EXPECT_FALSE(larger.compiled());
}

TEST(Limits, BlocksAndJumpsAreCountedToo) {
    std::string blocks = "flow: A\nstart: [b0]\nblocks:\n";
    for (int i = 0; i < 2600; ++i) blocks += "  b" + std::to_string(i) + ": [hangup]\n";
    EXPECT_EQ(Compiled(blocks).findings(), "too-many-actions@1");
    EXPECT_EQ(Compiled("flow: A\nstart:\n" + repeated("  - hangup\n", 2600)).findings(), "too-many-actions@2003");
}

TEST(Limits, AFileHasAHundredThousandSteps) {
    std::string text = "defaults:\n  on_error:\n" + repeated("  - hangup\n", 600) + "  - hangup\n";
    for (int i = 0; i < 200; ++i) text += "---\nflow: F" + std::to_string(i) + "\nstart: [{queue: a}, hangup]\n";
    const Compiled compiled(text);
    ASSERT_FALSE(compiled.items().empty());
    const Diagnostic& last = compiled.items().back();
    EXPECT_EQ(last.rule->id, "file-too-large");
    EXPECT_NE(last.message.find("the flows before this one have more than 100000 steps together"), std::string::npos)
        << last.message;
}

TEST(Limits, ValuesMakeNoTextsWithoutEnd) {
    std::string text = "flow: A\nvars:\n  v0: \"0123456789\"\n";
    for (int i = 1; i < 60; ++i) {
        const std::string before = "${v" + std::to_string(i - 1) + "}";
        text += "  v" + std::to_string(i) + ": \"" + before + before + "\"\n";
    }
    text += "start: [{say: \"${v59}\"}, hangup]\n";
    const Compiled compiled(text);
    ASSERT_FALSE(compiled.items().empty());
    EXPECT_EQ(compiled.items()[0].rule->id, "file-too-large");
    EXPECT_FALSE(compiled.compiled());
}

TEST(Limits, OfManyMissingNamesTheFirstAreListed) {
    std::string text = "flow: A\non_error: hangup\nstart:\n";
    for (int i = 0; i < 210; ++i) text += "  - queue: q" + std::to_string(i) + "\n";
    const Compiled compiled(text + "  - hangup\n", CompileOptions{});
    ASSERT_EQ(compiled.items().size(), 1u) << compiled.messages();
    EXPECT_EQ(compiled.items()[0].labels.size(), 199u);
    EXPECT_NE(compiled.messages().find("queue `q199` and 10 more; give an environment file"), std::string::npos);
}

TEST(Limits, OfTooManyActionsNoneIsRead) {
    const std::string flow = R"({"Version": "2019-10-30", "StartAction": "a", "Actions": [)";
    const std::vector<std::string> messages =
        said("a.json", flow + repeated("{},", 25000) + "{}]}", rules::too_many_actions);
    ASSERT_EQ(messages.size(), 1u);
    EXPECT_EQ(messages[0], "the flow has 25001 actions, the service takes 250; none of them was checked");
    EXPECT_TRUE(said("a.json", flow + repeated("{},", 25000) + "{}]}", rules::action_shape).empty());
    EXPECT_FALSE(said("a.json", flow + repeated("{},", 24999) + "{}]}", rules::action_shape).empty());
}

TEST(Limits, SoManyDocumentsAreReadAndTheNextIsToldOf) {
    const std::string document = "flow: a\nstart: [hangup]\n---\n";
    const std::string text = repeated(document, 500);
    const std::vector<std::string> messages =
        said("a.flow.yaml", text + "flow: b\nstart: [hangup]\n", rules::file_too_large);
    ASSERT_EQ(messages.size(), 1u);
    EXPECT_EQ(messages[0], "the file holds more than 500 documents; divide it among several files");
    EXPECT_TRUE(said("a.flow.yaml", text.substr(0, text.size() - 4), rules::file_too_large).empty());
}

}  // namespace
}  // namespace flowc
