#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "flowc/compile.hpp"
#include "tests/golden/golden_case.hpp"
#include "tools/flowc/system/parallel.hpp"

/// The library on many threads at once. Under clang's thread sanitizer a race fails too where the results are the same.
namespace flowc {
namespace {

constexpr unsigned threads = 4;

/// Every flow of the goldens, as YAML and as JSON.
std::vector<Input> inputs(std::vector<std::string>& texts) {
    const std::vector<golden::Case> cases = golden::all_cases();
    texts.reserve(cases.size());
    std::vector<Input> all;
    for (const golden::Case& golden : cases)
        all.push_back({golden.input.filename().string(), texts.emplace_back(golden::read_text(golden.input))});
    return all;
}

/// All that the library gives for one input: findings, and the flows in each form.
std::string outcome(const Input& input, const Environment& environment) {
    Sources sources;
    CheckOptions options;
    options.compile.environment = &environment;
    const CheckResult checked = check(input, sources, options);
    std::string text;
    for (const Diagnostic& item : checked.diagnostics.items()) text += render_text(item, sources);
    if (!input.name.ends_with(".flow.yaml")) return text;
    for (const CompiledFlow& compiled : compile(input, sources, options.compile).flows)
        text += emit(compiled.flow, Target::content) + emit(compiled.flow, Target::export_);
    return text;
}

TEST(Threads, CompileAndCheckAsOneThreadDoes) {
    std::vector<std::string> texts;
    const std::vector<Input> all = inputs(texts);
    ASSERT_GT(all.size(), 100u);
    Environment environment;
    environment.binding = Binding{Binding::Mode::placeholder, "<<{name}>>"};
    // The threads come first: what the library sets up at its first use is set up by several of them. Each text is
    // taken by two threads at about the same time.
    std::vector<std::string> together(2 * all.size());
    cli::parallel(threads, together.size(), [&](std::size_t i) { together[i] = outcome(all[i / 2], environment); });
    for (std::size_t i = 0; i < together.size(); ++i) {
        SCOPED_TRACE(all[i / 2].name);
        const std::string alone = outcome(all[i / 2], environment);
        EXPECT_EQ(together[i], alone);
    }
}

TEST(Threads, ShareSourcesThatNobodyChanges) {
    Sources sources;
    const std::string text = "flow: A\nstart:\n" + [] {
        std::string steps;
        for (int i = 0; i < 200; ++i) steps += "  - say: Größe " + std::to_string(i) + "\n";
        return steps;
    }() + "  - hangup\n";
    const SourceFile& file = sources.file(sources.add("a.flow.yaml", text));
    std::vector<Position> places(400);
    cli::parallel(threads, places.size(), [&](std::size_t i) {
        places[i] = file.position(static_cast<std::uint32_t>(i * text.size() / places.size()));
    });
    EXPECT_EQ(places.front().line, 1u);
    for (std::size_t i = 1; i < places.size(); ++i) {
        const bool follows = places[i].line > places[i - 1].line ||
                             (places[i].line == places[i - 1].line && places[i].column > places[i - 1].column);
        EXPECT_TRUE(follows) << i;
    }
}

TEST(Threads, EmitOneFlowTogether) {
    Sources sources;
    const CompileResult result =
        compile({"a.flow.yaml", "flow: A\non_error: end\nstart: [{say: Hello.}, {wait: 5s}, hangup]\n"}, sources);
    ASSERT_EQ(result.flows.size(), 1u);
    const std::string alone = emit(result.flows.front().flow, Target::content);
    std::vector<std::string> together(50);
    cli::parallel(threads, together.size(),
                  [&](std::size_t i) { together[i] = emit(result.flows.front().flow, Target::content); });
    for (const std::string& one : together) EXPECT_EQ(one, alone);
}

}  // namespace
}  // namespace flowc
