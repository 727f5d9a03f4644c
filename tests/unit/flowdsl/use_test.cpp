#include <algorithm>

#include <gtest/gtest.h>

#include "tests/unit/flowdsl/compiled.hpp"

namespace flowc {
namespace {

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
    const Compiled compiled(std::string{greeting} + R"(flow: A
start:
  - use: greeting
    with: {who: Anna, done: bye}
  - say: Behind.
  - hangup
blocks:
  bye: [{say: Bye.}, hangup]
)");
    ASSERT_EQ(compiled.messages(), "");
    EXPECT_EQ(compiled.parameter("greeting-1-say-1", "Text"), "Welcome Anna.");
    EXPECT_EQ(compiled.target("greeting-1-say-1", "next"), "greeting-1-branch-1");
    EXPECT_EQ(compiled.target("greeting-1-branch-1", "next"), "start-say-1") << "the steps run off their end";
    EXPECT_EQ(compiled.target("greeting-1-quick-say-1", "next"), "bye-say-1") << "the argument names the user's block";
}

TEST(Use, CountsItsExpansionsAndTakesListsForTargets) {
    const Compiled compiled(std::string{greeting} + R"(flow: A
start:
  - use: greeting
    with: {who: Anna, done: next}
  - use: greeting
    with: {who: Bob, done: [{say: Good bye.}, hangup]}
  - hangup
)");
    ASSERT_EQ(compiled.messages(), "");
    EXPECT_EQ(compiled.parameter("greeting-2-say-1", "Text"), "Welcome Bob.");
    EXPECT_EQ(compiled.target("greeting-1-quick-say-1", "next"), "greeting-2-say-1")
        << "`next` is the step behind `use`";
    EXPECT_EQ(compiled.parameter("greeting-2-branch-1-CHAT-say-1", "Text"), "Good bye.");
}

TEST(Use, TakesATargetAndAListOfItForTheSame) {
    for (const std::string then : {"next", "[next]"}) {
        const Compiled compiled(R"(define: ask
params: [then]
steps:
  - branch: channel
    cases: {CHAT: "${then}"}
    else: next
  - say: Inside.
---
flow: A
start:
  - use: ask
    with: {then: )" + then + R"(}
  - say: Behind.
  - hangup
)");
        SCOPED_TRACE(then);
        ASSERT_EQ(compiled.messages(), "");
        EXPECT_EQ(compiled.target("ask-1-branch-1", "CHAT"), "start-say-1");
    }
}

TEST(Use, HandsAnArgumentOnWithTheScopeInWhichItWasWritten) {
    const Compiled compiled(R"(define: outer
params: [then]
steps: [{use: inner, with: {then: "${then}"}}, {say: Inside.}, hangup]
blocks: {other: [{say: Outer.}, hangup]}
---
define: inner
params: [then]
steps:
  - branch: channel
    cases: {TASK: "${then}"}
    else: other
blocks: {other: [{say: Inner.}, hangup]}
---
flow: A
start: [{use: outer, with: {then: other}}, hangup]
blocks: {other: [{say: Flow.}, hangup]}
)");
    EXPECT_EQ(compiled.target("inner-1-branch-1", "TASK"), "other-say-1");
}

TEST(Use, TakesAUseInsideOfAnArgumentForTheStepThatOwnsItsOwn) {
    const Compiled compiled(R"(define: ask
params: [then]
steps:
  - branch: channel
    cases: {CHAT: "${then}"}
    else: next
---
define: pass
params: [then]
steps: ["${then}"]
---
flow: A
start:
  - use: pass
    with: {then: [{use: ask, with: {then: next}}, {say: Behind the inner one.}, hangup]}
)");
    ASSERT_EQ(compiled.messages(), "");
    EXPECT_EQ(compiled.target("ask-1-branch-1", "CHAT"), "pass-1-say-1");
}

TEST(Use, SaysWhatTheVarsOfTheFlowThatUsesItSay) {
    const Compiled compiled(R"(defaults:
  vars: {Town: Default town, Country: Default country}
---
define: greet
params: [Name]
steps:
  - say: ${Name}, ${Town}, ${Country}, $${Town}
---
flow: A
vars: {Town: Rome, Name: Nobody}
start: [{use: greet, with: {Name: "Anna of ${Town}"}}, hangup]
)");
    ASSERT_EQ(compiled.messages(), "");
    EXPECT_EQ(compiled.parameter("greet-1-say-1", "Text"), "Anna of Rome, Rome, Default country, ${Town}");
}

TEST(Use, SeesNoBlockOfTheFlowThatUsesIt) {
    const Compiled compiled(R"(define: inner
steps: [outside]
---
flow: A
start: [{use: inner}, hangup]
blocks:
  outside: [hangup]
)");
    ASSERT_EQ(compiled.findings(), "unknown-target@2");
    EXPECT_EQ(compiled.messages(),
              "`outside` is a block of the flow, and a definition sees its own alone; write `${target}` here and "
              "`params: [target]`, and name the block in `with`\n");
    ASSERT_EQ(compiled.items()[0].labels.size(), 1u);
    EXPECT_EQ(compiled.items()[0].labels[0].text, "used here");
}

TEST(Use, RefusesRecursionMissingAndUnknownParameters) {
    const Compiled compiled(R"(define: a
params: [x]
steps: [{say: "${x}"}, {use: b}]
---
define: b
steps: [{use: a, with: {x: 1}}]
---
flow: A
start: [{use: a, with: {x: 1, y: 2}}, {use: a}, {use: c}, hangup]
)");
    const std::string findings = compiled.messages();
    EXPECT_NE(findings.find("`a` has no parameter `y`; it has `x`"), std::string::npos) << findings;
    EXPECT_NE(findings.find("`use: a` needs `x` in `with`"), std::string::npos) << findings;
    EXPECT_NE(findings.find("nothing is defined as `c`"), std::string::npos) << findings;
    EXPECT_NE(findings.find("`a` uses itself and would never end"), std::string::npos) << findings;
    EXPECT_FALSE(compiled.compiled());
}

TEST(Use, TakesADefinitionInsideOfAnArgumentOfItsOwn) {
    const std::string definition = R"(define: d
params: [body]
steps:
  - branch: channel
    cases: {CHAT: "${body}"}
    else: next
---
)";
    const Compiled compiled(definition + R"(flow: A
start:
  - use: d
    with: {body: [{use: d, with: {body: [{say: Inside.}, hangup]}}, hangup]}
  - hangup
)");
    ASSERT_EQ(compiled.messages(), "");
    EXPECT_EQ(compiled.target("d-1-branch-1", "CHAT"), "d-2-branch-1");
    EXPECT_EQ(compiled.target("d-2-branch-1", "CHAT"), "d-2-branch-1-CHAT-say-1");
    EXPECT_EQ(compiled.target("d-2-branch-1", "next"), "hangup");
}

TEST(Use, RefusesADefinitionThatUsesItselfInAnArgumentOfAnother) {
    const Compiled compiled(R"(define: d
steps:
  - use: hand_on
    with: {body: [{use: d}]}
---
define: hand_on
params: [body]
steps: ["${body}"]
---
flow: A
start: [{use: d}, hangup]
)");
    EXPECT_EQ(compiled.findings(), "endless-jump@4");
}

TEST(Use, RefusesAnArgumentWithStructureAsAPartOfAText) {
    const std::string definition = R"(define: d
params: [what]
steps:
  - say: Please ${what} now.
  - say: Really, ${what}.
---
)";
    for (const std::string_view what : {"list", "map"}) {
        const Compiled compiled(definition + "flow: A\nstart:\n  - use: d\n    with: {what: " +
                                (what == "list" ? "[wait, hangup]" : "{play: Welcome}") + "}\n  - hangup\n");
        EXPECT_FALSE(compiled.compiled());
        EXPECT_EQ(compiled.findings(), "bad-value@10");
        EXPECT_EQ(compiled.messages(),
                  "this is a " + std::string{what} +
                      ", and its parameter is a part of a text; give a text, or let the parameter stand alone in the "
                      "definition\n");
        ASSERT_FALSE(compiled.items()[0].labels.empty());
        EXPECT_EQ(compiled.sources().slice(compiled.items()[0].labels[0].span), "${what}");
    }
}

TEST(Use, ShowsOfAFaultOfTheWholeGraphTheUseThatHasIt) {
    Sources sources;
    const std::string text = R"(define: sell
steps:
  - queue: Billing
---
flow: A
on_error: hangup
start:
  - branch: channel
    cases:
      CHAT: [{use: sell}, {transfer: queue}]
    else: next
  - use: sell
  - say: Bye.
  - hangup
)";
    CheckOptions options;
    const CheckResult result = check({"t.flow.yaml", text}, sources, options);
    const auto unused = std::find_if(result.diagnostics.items().begin(), result.diagnostics.items().end(),
                                     [](const Diagnostic& item) { return item.rule->id == "queue-set-and-unused"; });
    ASSERT_NE(unused, result.diagnostics.items().end());
    EXPECT_EQ(unused->subject.action, "sell-2-queue-1");
    ASSERT_EQ(unused->labels.size(), 1u);
    EXPECT_EQ(unused->labels[0].text, "used here");
    EXPECT_EQ(sources.file_of(unused->labels[0].span).position(unused->labels[0].span.begin).line, 12u)
        << "behind the other one the queue is used";
}

TEST(Use, ShowsBothUsesThatGiveOneIdentifier) {
    const Compiled compiled(R"(define: d
steps:
  - say: Hello.
    id: greeting
---
flow: A
start: [{use: d}, {use: d}, hangup]
)");
    EXPECT_EQ(compiled.findings(), "duplicate-identifier@4");
    std::string shown;
    for (const Label& label : compiled.items()[0].labels)
        shown += label.text + '@' +
                 std::to_string(compiled.sources().file_of(label.span).position(label.span.begin).column) + ' ';
    EXPECT_EQ(shown, "the first action of that identifier@9 used here@10 used here@20 ");
}

TEST(Use, WarnsOfAParameterThatNoStepUses) {
    const Compiled compiled(
        "define: d\nparams: [who, what]\nsteps: [{say: \"Hi ${who}.\"}]\n---\nflow: A\nstart: [{use: d, with: {who: "
        "Anna, what: x}}, hangup]\n");
    EXPECT_TRUE(compiled.compiled());
    EXPECT_EQ(compiled.findings(), "bad-value@2");
    EXPECT_EQ(compiled.messages(),
              "no step of this definition uses the parameter `what`; remove it, or write `${what}` where it belongs\n");
}

TEST(Use, StopsDefinitionsThatGrowWithoutBound) {
    std::string text = "define: d0\nsteps: [{say: Hello.}]\n";
    for (int i = 1; i < 40; ++i) {
        const std::string before = "d" + std::to_string(i - 1);
        text += "---\ndefine: d" + std::to_string(i) + "\nsteps: [{use: " + before + "}, {use: " + before + "}]\n";
    }
    text += "---\nflow: A\nstart: [{use: d39}, hangup]\n";
    const Compiled compiled(text);
    EXPECT_FALSE(compiled.compiled());
    EXPECT_EQ(
        compiled.messages(),
        "the flow has more than 2000 steps, those of the definitions that it uses among them, and the service takes "
        "250 actions; move a part into a module or a flow of its own\n");
}

TEST(Use, StopsArgumentsThatGrowWithoutBound) {
    std::string text = "define: d\nparams: [p]\nsteps:\n";
    for (int i = 0; i < 2000; ++i) text += "  - say: \"${p} and ${p}\"\n";
    text += "---\nflow: A\nstart:\n  - use: d\n    with: {p: " + std::string(100000, 'x') + "}\n  - hangup\n";
    const Compiled compiled(text);
    EXPECT_EQ(compiled.findings(), "file-too-large@2007");
    EXPECT_NE(compiled.messages().find("more than 4 MiB"), std::string::npos) << compiled.messages();
}

TEST(Use, StopsDefinitionsThatUseEachOtherTooDeep) {
    std::string text = "define: d0\nsteps: [hangup]\n";
    for (int i = 1; i < 300; ++i)
        text += "---\ndefine: d" + std::to_string(i) + "\nsteps: [{use: d" + std::to_string(i - 1) + "}]\n";
    text += "---\nflow: A\nstart: [{use: d299}]\n";
    const Compiled compiled(text);
    EXPECT_NE(compiled.messages().find("stand in each other more than 200 deep here"), std::string::npos)
        << compiled.messages();
}

TEST(Include, BringsInDefinitionsAndDefaults) {
    CompileOptions options;
    options.include = [](std::string_view path, std::string_view from) {
        EXPECT_EQ(path, "shared.flow.yaml");
        EXPECT_EQ(from, "t.flow.yaml");
        return IncludedFile{"shared.flow.yaml",
                            "define: hello\nsteps: [{say: \"Hello from ${Town}.\"}]\n---\ndefaults: {logging: "
                            "on}\n---\nflow: Not here\nstart: [hangup]\n",
                            ""};
    };
    options.values["Town"] = "Rome";
    const Compiled compiled("include: shared.flow.yaml\n---\nflow: A\nstart: [{use: hello}, hangup]\n", options);
    ASSERT_EQ(compiled.messages(), "");
    ASSERT_EQ(compiled.flows(), 1u) << "an included file's flows are compiled by themselves";
    EXPECT_EQ(compiled.identifiers().front(), "head-logging-1");
    EXPECT_EQ(compiled.parameter("hello-1-say-1", "Text"), "Hello from Rome.");
}

TEST(Include, ShowsBothPlacesOfAFaultInADefinition) {
    CompileOptions options;
    options.include = [](std::string_view, std::string_view) {
        return IncludedFile{"shared.flow.yaml",
                            "define: hello\nparams: [who]\nsteps: [{say: \"Hello ${who} of {Twon}.\"}]\n", ""};
    };
    const Compiled compiled(
        "include: shared.flow.yaml\n---\nflow: A\nstart: [{use: hello, with: {who: Anna}}, hangup]\n", options);
    const auto& items = compiled.items();
    ASSERT_EQ(items.size(), 1u) << compiled.messages();
    EXPECT_EQ(compiled.sources().file_of(items[0].span).name(), "shared.flow.yaml");
    ASSERT_EQ(items[0].labels.size(), 1u);
    EXPECT_EQ(compiled.sources().file_of(items[0].labels[0].span).name(), "t.flow.yaml");
}

TEST(Include, SaysWhyAFileCannotBeIncluded) {
    const Compiled compiled("include: shared.flow.yaml\n---\nflow: A\nstart: [hangup]\n");
    EXPECT_NE(compiled.messages().find("`shared.flow.yaml` cannot be included: nothing can be included here"),
              std::string::npos);
}

TEST(Project, GivesDefaultsToEveryFlow) {
    const Input project{"flowc.yaml", "defaults: {voice: Joanna, on_error: hangup}\n"};
    CompileOptions options;
    options.project = &project;
    const Compiled compiled("defaults: {voice: Matthew}\n---\nflow: A\nstart: [hangup]\n", options);
    ASSERT_EQ(compiled.messages(), "");
    EXPECT_EQ(compiled.parameter("head-voice-1", "TextToSpeechVoice"), "Matthew") << "later defaults win";
}

TEST(CompileTimeValues, ComeFromTheCommandLineThenTheEnvironmentThenTheFile) {
    Environment environment;
    environment.values = {{"Town", "Rome"}, {"River", "Tiber"}};
    CompileOptions options;
    options.environment = &environment;
    options.values["Town"] = "Paris";
    const Compiled compiled(
        "flow: A\nvars: {Town: Oslo, River: Seine, Sea: Baltic}\nstart: [{say: \"${Town} ${River} ${Sea} $${x}\"}, "
        "hangup]\n",
        options);
    ASSERT_EQ(compiled.messages(), "");
    EXPECT_EQ(compiled.parameter("start-say-1", "Text"), "Paris Tiber Baltic ${x}");
}

TEST(CompileTimeValues, NameEachOtherInAnyOrder) {
    CompileOptions options;
    options.values["Town"] = "Paris";
    const Compiled compiled(
        "flow: A\n"
        "vars: {greeting: \"Welcome to ${place}\", place: \"${street}, ${Town}\", street: Main Street, Town: "
        "\"${Town}\"}\n"
        "start: [{say: \"${greeting}.\"}, hangup]\n",
        options);
    ASSERT_EQ(compiled.messages(), "") << "what is given from outside leads to no circle";
    EXPECT_EQ(compiled.parameter("start-say-1", "Text"), "Welcome to Main Street, Paris.");
}

TEST(CompileTimeValues, AreRefusedWhereTheyHoldAName) {
    for (const std::string value : {"${n}", "a${x"}) {
        CompileOptions options;
        options.values["Town"] = value;
        const Compiled compiled(
            "define: greet\nsteps: [{say: \"To ${Town}.\"}]\n---\n"
            "flow: A\nvars: {n: x}\nstart: [{say: \"Hi ${Town} $${Town}\"}, hangup]\n---\n"
            "flow: B\nstart: [{use: greet}, hangup]\n",
            options);
        const std::string messages = compiled.messages();
        const std::string_view why = "`--set` gives `${Town}` a text that holds `${`";
        const std::size_t first = messages.find(why);
        ASSERT_NE(first, std::string::npos) << value;
        EXPECT_NE(messages.find(why, first + 1), std::string::npos) << "the definition says it, too: " << messages;
    }
    CompileOptions options;
    options.values["Town"] = "$${n}";
    const Compiled compiled("flow: A\nstart: [{say: \"Hi ${Town}\"}, hangup]\n", options);
    ASSERT_EQ(compiled.messages(), "");
    EXPECT_EQ(compiled.parameter("start-say-1", "Text"), "Hi ${n}");
}

TEST(Defaults, ShowTheFlowInWhichTheyAreWrong) {
    const Compiled compiled(R"(defaults: {on_error: sorry}
---
flow: A
start: [{queue: Billing}, {transfer: queue}]
blocks: {sorry: [hangup]}
---
flow: B
start: [{queue: Billing}, {transfer: queue}]
)");
    EXPECT_EQ(compiled.findings(), "unknown-target@1");
    ASSERT_EQ(compiled.items()[0].labels.size(), 1u);
    EXPECT_EQ(compiled.sources().slice(compiled.items()[0].labels[0].span), "B");
}

}  // namespace
}  // namespace flowc
