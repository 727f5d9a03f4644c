#include <gtest/gtest.h>

#include "tests/unit/flowdsl/compiled.hpp"

namespace flowc {
namespace {

std::string findings(std::string text, Binding binding = {Binding::Mode::placeholder, "<<{name}>>"}) {
    return Compiled(std::move(text), std::move(binding)).findings();
}

// ---- exits and failures

TEST(Clauses, HangupInAModuleAndEndOutsideTheFlowsBesideTheCallAreWarnings) {
    EXPECT_EQ(findings("module: T\nstart: [hangup]\n"), "wrong-target@2");
    EXPECT_EQ(findings("flow: T\nstart: [end]\n"), "wrong-target@2");
    EXPECT_EQ(findings("flow: T\ntype: agent-whisper\nstart: [end]\n"), "");
    EXPECT_TRUE(Compiled("flow: T\nstart: [end]\n").compiled());
}

TEST(Clauses, AFailureThatNothingUsesIsReadForItsFaultsAndWritesNothing) {
    EXPECT_EQ(findings("flow: T\non_error: sory\nstart: [hangup]\n"), "unknown-target@2");
    EXPECT_EQ(findings("flow: T\non_error: [{sya: x}, hangup]\nstart: [hangup]\n"), "unknown-verb@2");
    EXPECT_EQ(findings("flow: T\non_error:\nstart: [hangup]\n"), "bad-value@2");
    EXPECT_EQ(findings("flow: T\non_error: {}\nstart: [hangup]\n"), "bad-value@2");
    const Compiled unused("flow: T\ntype: agent-whisper\non_error: [{say: Sorry}, hangup]\nstart: [{say: Hi}, end]\n");
    EXPECT_EQ(unused.findings(), "");
    EXPECT_EQ(unused.identifiers(), (std::vector<std::string>{"start-say-1", "end"}));
}

TEST(Clauses, AnErrorMapSpeaksForSingleVerbsAndInsideItsBlockAFailureEndsTheFlow) {
    const Compiled flow(
        "flow: T\non_error: {lambda: next, set: sorry, else: sorry}\nstart:\n  - lambda: L\n  - set: {A: b}\n  - say: "
        "x\n  - queue: Q\n"
        "  - hangup\nblocks:\n  sorry: [{set: {Z: y}}, {queue: Z}, hangup]\n");
    ASSERT_TRUE(flow.compiled()) << flow.messages();
    EXPECT_EQ(flow.target("start-lambda-1", "NoMatchingError"), "start-set-1");
    EXPECT_EQ(flow.target("start-set-1", "NoMatchingError"), "sorry-set-1");
    EXPECT_EQ(flow.target("start-say-1", "NoMatchingError"), "start-queue-1");
    EXPECT_EQ(flow.target("start-queue-1", "NoMatchingError"), "sorry-set-1");
    EXPECT_EQ(flow.target("sorry-set-1", "NoMatchingError"), "sorry-queue-1");
    EXPECT_EQ(flow.target("sorry-queue-1", "NoMatchingError"), "hangup");
}

TEST(Clauses, AnErrorListMayJumpToABlock) {
    const Compiled flow(
        "flow: T\non_error: [{say: Sorry}, bye]\nstart: [{queue: Q}, hangup]\nblocks: {bye: [{say: Bye}, hangup]}\n");
    ASSERT_TRUE(flow.compiled()) << flow.messages();
    EXPECT_EQ(flow.target("on-error-say-1", "next"), "bye-say-1");
}

// ---- names

TEST(Clauses, AResourceIsOneNameOrOneReference) {
    EXPECT_EQ(findings("flow: T\non_error: hangup\ninputs: [A]\nstart: [{queue: \"a {A}\"}, hangup]\n"), "bad-value@4");
    EXPECT_EQ(findings("flow: T\non_error: hangup\ninputs: [A]\nstart: [{queue: \"{A}\"}, hangup]\n"), "");
}

TEST(Clauses, ANameWithADotIsOneWordOfTheMappingLambda) {
    const Compiled flow("flow: T\non_error: hangup\nstart: [{queue: A.b}, {queue: \"it's\"}, hangup]\n",
                        {Binding::Mode::external, {}});
    ASSERT_TRUE(flow.compiled()) << flow.messages();
    EXPECT_EQ(flow.parameter("start-queue-1", "QueueId"), "$.External['A.b']");
    EXPECT_EQ(flow.parameter("start-queue-2", "QueueId"), "$.External['it\\'s']");
    EXPECT_EQ(findings("flow: T\non_error: hangup\nstart: [{queue: A.b}, hangup]\n", {Binding::Mode::attributes, {}}),
              "unresolved-name@3");
}

TEST(Clauses, APathInBracesEndsWhereTheBraceDoes) {
    const auto said = [](std::string text) {
        const Compiled flow("flow: T\nstart:\n  - say: \"" + std::move(text) + "\"\n  - hangup\n");
        return flow.compiled() ? std::string(flow.parameter("start-say-1", "Text")) : flow.messages();
    };
    EXPECT_EQ(said("{$.Attributes.a} b"), "$.Attributes.a b");
    EXPECT_EQ(said("{$.Attributes.a}b"), "$.Attributes['a']b");
    EXPECT_EQ(said("{$.Attributes.a}. Bye"), "$.Attributes['a']. Bye");
    EXPECT_EQ(said("{$.External.a.b}c"), "$.External.a['b']c");
    EXPECT_EQ(said("{$.Attributes['a b']}c"), "$.Attributes['a b']c");
    EXPECT_EQ(said("{$['AwsRegion']}c"), "$['AwsRegion']c");
    EXPECT_EQ(said("{$.Channel}{$.Attributes.a}"), "$.Channel$.Attributes.a");
}

TEST(Clauses, BoundByAttributesTheMappingStepCopiesTheNamesThatAreUsedAfterIt) {
    const Compiled flow(
        "flow: T\non_error: hangup\nstart:\n  - lambda: mapper\n    maps: on\n  - lambda: other\n  - queue: A b\n  - "
        "hangup\n",
        {Binding::Mode::attributes, {}});
    ASSERT_TRUE(flow.compiled()) << flow.messages();
    EXPECT_EQ(flow.target("start-lambda-1", "next"), "start-lambda-1-names");
    EXPECT_EQ(flow.parameter("start-lambda-1-names", "Attributes.res_A b"), "$.External['A b']");
    EXPECT_EQ(flow.parameter("start-lambda-1-names", "TargetContact"), "Current");
    EXPECT_EQ(flow.parameter("start-queue-1", "QueueId"), "$.Attributes['res_A b']");
    EXPECT_EQ(
        findings("flow: T\non_error: hangup\nstart:\n  - queue: Q\n  - lambda: mapper\n    maps: on\n  - hangup\n",
                 {Binding::Mode::attributes, {}}),
        "unresolved-name@4");
}

TEST(Clauses, InputsAreNamesOfAttributesOrOfWhatALambdaLeft) {
    EXPECT_EQ(findings("flow: T\ninputs: [external.x, external.n.m]\nstart: [{say: \"{x} {n.m}\"}, hangup]\n"), "");
    EXPECT_EQ(findings("flow: T\ninputs: [a.b]\nstart: [hangup]\n"), "bad-value@2");
    EXPECT_EQ(findings("flow: T\ninputs: [external.]\nstart: [hangup]\n"), "bad-value@2");
    EXPECT_EQ(findings("flow: T\ninputs: [A, A]\nstart: [hangup]\n"), "duplicate-name@2");
    EXPECT_EQ(findings("flow: T\ninputs: [queue]\nstart: [hangup]\n"), "system-word@2");
}

// ---- nothing is silently ignored

TEST(Clauses, AnEmptyOptionIsAnErrorAndTheOnlyOne) {
    const std::string head = "flow: T\non_error: hangup\nstart:\n";
    for (const char* step :
         {"{lambda: L, expect: {}}", "{lambda: L, returns: []}", "{lambda: L, save: []}", "{lambda: L, save: {}}",
          "{lambda: L, send: {}}", "{set: {}}", "{branch: channel, cases: {}}", "{bot: B, prompt: x, session: {}}",
          "{bot: B, prompt: x, intents: {}, give_up: next}", "{menu: m, prompt: x, options: {1: {}}, give_up: next}",
          "{menu: m, prompt: x, options: {1: {for: \"\", then: next}}, give_up: next}", "{say: x, note: \"\"}",
          "{say: x, id: \"\"}", "{say: x, at: {}}", "{say: x, note: [a]}",
          "{ask: secret, prompt: x, encrypt: {}, give_up: next}", "{hours: H, closed: \"\"}",
          "{lambda: L, on_error: \"\"}"})
        EXPECT_EQ(findings(head + "  - " + step + "\n  - hangup\n"), "bad-value@4") << step;
    EXPECT_EQ(findings(head + "  - {menu: m, prompt: x, options: {}, give_up: next}\n  - hangup\n"), "");
    EXPECT_EQ(findings(head + "  -\n  - hangup\n"), "not-a-step@4");
}

TEST(Clauses, AnEmptyHeadKeyIsAnError) {
    for (const char* key : {"description", "inputs", "vars", "words", "voice", "on_error"})
        EXPECT_EQ(findings("flow: T\n" + std::string{key} + ":\nstart: [hangup]\n"), "bad-value@2") << key;
    EXPECT_EQ(findings("flow: T\nvars: {a: [b]}\nstart: [{say: \"${a}\"}, hangup]\n"), "bad-value@2");
    EXPECT_EQ(findings("defaults: {logging: on}\ntypes: []\n---\nflow: T\nstart: [hangup]\n"), "bad-value@2");
}

TEST(Clauses, AnOptionThatStandsTooDeepIsSentBackToItsVerb) {
    const Compiled flow("flow: T\non_error: hangup\nstart: [{transfer: {number: \"+15550100\", come_back: on}}]\n");
    EXPECT_EQ(flow.findings(), "unknown-option@3");
    EXPECT_NE(flow.messages().find("it is an option of `transfer`"), std::string::npos) << flow.messages();
}

TEST(Clauses, WordsAreCheckedWhereTheyStand) {
    const std::string menu = "start: [{menu: m, options: {1: {for: A, then: next}}, give_up: hangup}, hangup]\n";
    EXPECT_EQ(findings("flow: T\nlanguage: de-DE\n" + menu), "missing-option@3");
    EXPECT_EQ(findings("flow: T\nlanguage: de-DE\nwords: {for: \"{label} {kez}\"}\n" + menu), "bad-value@3");
    EXPECT_EQ(findings("flow: T\nlanguage: de-DE\nwords: {nth: erste}\n" + menu), "bad-value@3");
    const Compiled german("flow: T\nlanguage: de-DE\nwords: {for: \"Für {label} die {key}.\"}\n" + menu);
    ASSERT_TRUE(german.compiled()) << german.messages();
    EXPECT_EQ(german.parameter("start-menu-m", "Text"), "Für A die 1.");
}

TEST(Clauses, TwoEqualStepsAreOneFinding) {
    EXPECT_EQ(findings("flow: T\nstart:\n  - {menu: m, prompt: x, options: {1: next}, give_up: next}\n  - {menu: m, "
                       "prompt: x, options: {1: next}, give_up: next}\n  - hangup\n"),
              "duplicate-identifier@4");
}

TEST(Clauses, DoubledBracesAreToldOnce) {
    Sources sources;
    const CheckResult result =
        check({"t.flow.yaml", "flow: M\ninputs: [a]\nstart:\n  - say: \"Hello {{Attributes.a}}\"\n  - hangup\n"},
              sources, {});
    ASSERT_EQ(result.diagnostics.items().size(), 1U);
    EXPECT_EQ(std::string_view{result.diagnostics.items().front().rule->id}, "doubled-braces");
}

TEST(Clauses, AnEmptyTextIsNoFlow) {
    EXPECT_NE(findings(""), "");
    EXPECT_NE(findings("# a comment alone\n"), "");
}

}  // namespace
}  // namespace flowc
