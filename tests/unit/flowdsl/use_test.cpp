#include <gtest/gtest.h>

#include <map>

#include "flowc/compile.hpp"

namespace flowc {
namespace {

struct Compiled {
    Sources sources;
    CompileResult result;
    std::string findings() const {
        std::string text;
        for (const Diagnostic& item : result.diagnostics.items()) text += render_text(item, sources);
        return text;
    }
    const Flow& flow() const { return result.flows.at(0).flow; }
    const Action* action(std::string_view identifier) const {
        for (const Action& each : flow().actions)
            if (each.identifier == identifier) return &each;
        return nullptr;
    }
    std::string text(std::string_view identifier) const {
        const Action* found = action(identifier);
        return found ? std::string{flow().node(found->parameters).find("Text").text()} : "no such action";
    }
    std::string next(std::string_view identifier) const {
        const Action* found = action(identifier);
        if (!found) return "no such action";
        for (const Transition& each : flow().transitions_of(*found))
            if (each.kind == Transition::Kind::next) return std::string{each.target_name};
        return "";
    }
};

std::unique_ptr<Compiled> compile_text(std::string_view text, CompileOptions options = {}) {
    auto compiled = std::make_unique<Compiled>();
    compiled->result = compile({"main.flow.yaml", text}, compiled->sources, options);
    return compiled;
}

constexpr std::string_view greeting = R"(define: greeting
params: [who, done]
steps:
  - say: Welcome ${who}.
  - branch: channel
    cases: {CHAT: "${done}", VOICE: quick}
    else: next
blocks:
  quick: [{say: Quick.}, "${done}"]
---
)";

TEST(Use, PutsTheStepsInItsPlaceAndGoesOnBehindThem) {
    const auto compiled = compile_text(std::string{greeting} + R"(flow: A
start:
  - use: greeting
    with: {who: Anna, done: bye}
  - say: Behind.
  - hangup
blocks:
  bye: [{say: Bye.}, hangup]
)");
    ASSERT_EQ(compiled->findings(), "");
    EXPECT_EQ(compiled->text("greeting-1-say-1"), "Welcome Anna.");
    EXPECT_EQ(compiled->next("greeting-1-say-1"), "greeting-1-branch-1");
    EXPECT_EQ(compiled->next("greeting-1-branch-1"), "start-say-1") << "the steps run off their end";
    EXPECT_EQ(compiled->next("greeting-1-quick-say-1"), "bye-say-1") << "the argument names the user's block";
}

TEST(Use, CountsItsExpansionsAndTakesListsForTargets) {
    const auto compiled = compile_text(std::string{greeting} + R"(flow: A
start:
  - use: greeting
    with: {who: Anna, done: next}
  - use: greeting
    with: {who: Bob, done: [{say: Good bye.}, hangup]}
  - hangup
)");
    ASSERT_EQ(compiled->findings(), "");
    EXPECT_EQ(compiled->text("greeting-2-say-1"), "Welcome Bob.");
    EXPECT_EQ(compiled->next("greeting-1-quick-say-1"), "greeting-2-say-1") << "`next` is the step behind `use`";
    EXPECT_EQ(compiled->text("greeting-2-branch-1-CHAT-say-1"), "Good bye.");
}

TEST(Use, SeesNoBlockOfTheFlowThatUsesIt) {
    const auto compiled = compile_text(R"(define: inner
steps: [outside]
---
flow: A
start: [{use: inner}, hangup]
blocks:
  outside: [hangup]
)");
    EXPECT_EQ(compiled->findings(), R"(main.flow.yaml:2:9: error: no block is called `outside`; write `next`, `hangup`, or a list of steps [unknown-target]
    2 | steps: [outside]
      |         ^~~~~~~
main.flow.yaml:5:10: note: used here
    5 | start: [{use: inner}, hangup]
      |          ^~~
)");
}

TEST(Use, RefusesRecursionMissingAndUnknownParameters) {
    const auto compiled = compile_text(R"(define: a
params: [x]
steps: [{say: "${x}"}, {use: b}]
---
define: b
steps: [{use: a, with: {x: 1}}]
---
flow: A
start: [{use: a, with: {x: 1, y: 2}}, {use: a}, {use: c}, hangup]
)");
    const std::string findings = compiled->findings();
    EXPECT_NE(findings.find("`a` has no parameter `y`; it has `x`"), std::string::npos) << findings;
    EXPECT_NE(findings.find("`use: a` needs `x` in `with`"), std::string::npos) << findings;
    EXPECT_NE(findings.find("nothing is defined as `c`"), std::string::npos) << findings;
    EXPECT_NE(findings.find("`a` uses itself and would never end"), std::string::npos) << findings;
    EXPECT_TRUE(compiled->result.flows.empty());
}

TEST(Use, StopsDefinitionsThatGrowWithoutBound) {
    std::string text = "define: d0\nsteps: [{say: Hello.}]\n";
    for (int i = 1; i < 40; ++i) {
        const std::string before = "d" + std::to_string(i - 1);
        text += "---\ndefine: d" + std::to_string(i) + "\nsteps: [{use: " + before + "}, {use: " + before + "}]\n";
    }
    text += "---\nflow: A\nstart: [{use: d39}, hangup]\n";
    const auto compiled = compile_text(text);
    EXPECT_TRUE(compiled->result.flows.empty());
    EXPECT_NE(compiled->findings().find("grow past every flow's size"), std::string::npos);
}

TEST(Include, BringsInDefinitionsAndDefaults) {
    CompileOptions options;
    options.include = [](std::string_view path, std::string_view from) {
        EXPECT_EQ(path, "shared.flow.yaml");
        EXPECT_EQ(from, "main.flow.yaml");
        return IncludedFile{"shared.flow.yaml", "define: hello\nsteps: [{say: \"Hello from ${Town}.\"}]\n---\ndefaults: {logging: on}\n---\nflow: Not here\nstart: [hangup]\n", ""};
    };
    options.values["Town"] = "Rome";
    const auto compiled = compile_text("include: shared.flow.yaml\n---\nflow: A\nstart: [{use: hello}, hangup]\n", options);
    ASSERT_EQ(compiled->findings(), "");
    ASSERT_EQ(compiled->result.flows.size(), 1u) << "an included file's flows are compiled by themselves";
    EXPECT_NE(compiled->action("head-logging-1"), nullptr);
    EXPECT_EQ(compiled->text("hello-1-say-1"), "Hello from Rome.");
}

TEST(Include, ShowsBothPlacesOfAFaultInADefinition) {
    CompileOptions options;
    options.include = [](std::string_view, std::string_view) {
        return IncludedFile{"shared.flow.yaml", "define: hello\nparams: [who]\nsteps: [{say: \"Hello ${who} of {Twon}.\"}]\n", ""};
    };
    const auto compiled = compile_text("include: shared.flow.yaml\n---\nflow: A\nstart: [{use: hello, with: {who: Anna}}, hangup]\n", options);
    const auto& items = compiled->result.diagnostics.items();
    ASSERT_EQ(items.size(), 1u) << compiled->findings();
    EXPECT_EQ(compiled->sources.file_of(items[0].span).name(), "shared.flow.yaml");
    ASSERT_EQ(items[0].labels.size(), 1u);
    EXPECT_EQ(compiled->sources.file_of(items[0].labels[0].span).name(), "main.flow.yaml");
}

TEST(Include, SaysWhyAFileCannotBeIncluded) {
    const auto compiled = compile_text("include: shared.flow.yaml\n---\nflow: A\nstart: [hangup]\n");
    EXPECT_NE(compiled->findings().find("`shared.flow.yaml` cannot be included: nothing can be included here"), std::string::npos);
}

TEST(Project, GivesDefaultsToEveryFlow) {
    const Input project{"flowc.yaml", "defaults: {voice: Joanna, on_error: hangup}\n"};
    CompileOptions options;
    options.project = &project;
    const auto compiled = compile_text("defaults: {voice: Matthew}\n---\nflow: A\nstart: [hangup]\n", options);
    ASSERT_EQ(compiled->findings(), "");
    const Action* voice = compiled->action("head-voice-1");
    ASSERT_NE(voice, nullptr);
    EXPECT_EQ(compiled->flow().node(voice->parameters).find("TextToSpeechVoice").text(), "Matthew") << "later defaults win";
}

TEST(CompileTimeValues, ComeFromTheCommandLineThenTheEnvironmentThenTheFile) {
    Environment environment;
    environment.values = {{"Town", "Rome"}, {"River", "Tiber"}};
    CompileOptions options;
    options.environment = &environment;
    options.values["Town"] = "Paris";
    const auto compiled = compile_text("flow: A\nvars: {Town: Oslo, River: Seine, Sea: Baltic}\nstart: [{say: \"${Town} ${River} ${Sea} $${x}\"}, hangup]\n", options);
    ASSERT_EQ(compiled->findings(), "");
    EXPECT_EQ(compiled->text("start-say-1"), "Paris Tiber Baltic ${x}");
}

}  // namespace
}  // namespace flowc
