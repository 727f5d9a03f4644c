#include "flowc/compile.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/golden/golden_case.hpp"

namespace flowc {
namespace {

using golden::read_text;

constexpr std::string_view billing =
    "flow: Billing line\n"
    "on_error: hangup\n"
    "start:\n"
    "  - hours: Office hours\n"
    "    closed: hangup\n"
    "  - queue: Billing\n"
    "  - lambda: lookup\n"
    "  - queue: Billing\n"
    "  - transfer: queue\n";

/// Everything that a compilation gives, as one text.
std::string outcome(const Input& input, const CompileOptions& options = {}) {
    Sources sources;
    const CompileResult result = compile(input, sources, options);
    std::string text;
    for (const CompiledFlow& compiled : result.flows) {
        text += emit(compiled.flow, Target::api);
        for (const Resource& resource : compiled.resources)
            text += std::string(to_string(resource.kind)) + ' ' + resource.name + '\n';
    }
    for (const Diagnostic& diagnostic : result.diagnostics.items()) text += render_text(diagnostic, sources);
    return text;
}

std::optional<std::string> arn_of(ResourceKind kind, std::string_view name) {
    const std::string owner = "arn:aws:connect:us-west-2:111122223333:instance/7c1d5a1e-3f0b-4b0e-9a51-52c3a6f4e801/";
    if (kind == ResourceKind::lambda) return "arn:aws:lambda:us-west-2:111122223333:function:" + std::string(name);
    if (kind == ResourceKind::queue) return owner + "queue/" + std::string(name);
    if (kind == ResourceKind::hours) return owner + "operating-hours/" + std::string(name).substr(0, 6);
    return std::nullopt;
}

TEST(Compile, AsksTheResolverAndListsWhatIsReferredToInOrderOfFirstUse) {
    std::vector<std::string> asked;
    CompileOptions options;
    options.resolver = [&](ResourceKind kind, std::string_view name) {
        asked.push_back(std::string(to_string(kind)) + ' ' + std::string(name));
        return arn_of(kind, name);
    };
    Sources sources;
    const CompileResult result = compile({"billing.flow.yaml", billing}, sources, options);
    ASSERT_EQ(result.flows.size(), 1u);
    const std::vector<Resource>& resources = result.flows.front().resources;
    ASSERT_EQ(resources.size(), 3u);
    EXPECT_EQ(resources[0], (Resource{ResourceKind::hours, "Office hours", {}}));
    EXPECT_EQ(resources[1], (Resource{ResourceKind::queue, "Billing", {}}));
    EXPECT_EQ(resources[2], (Resource{ResourceKind::lambda, "lookup", {}}));
    EXPECT_EQ(sources.slice(resources[1].span), "Billing");
    for (const char* name : {"hours Office hours", "queue Billing", "lambda lookup"})
        EXPECT_NE(std::find(asked.begin(), asked.end(), name), asked.end()) << name;
    const std::string content = emit(result.flows.front().flow, Target::content);
    EXPECT_NE(content.find("function:lookup"), std::string::npos);
}

TEST(Compile, DoesNotAskForWhatTheEnvironmentGives) {
    Environment environment;
    for (const auto& [kind, name] : {std::pair{ResourceKind::hours, "Office hours"},
                                     {ResourceKind::queue, "Billing"},
                                     {ResourceKind::lambda, "lookup"}})
        environment.arns[kind][name] = arn_of(kind, name).value();
    CompileOptions options;
    options.environment = &environment;
    options.resolver = [](ResourceKind, std::string_view) -> std::optional<std::string> {
        ADD_FAILURE() << "asked for a name that the environment has";
        return std::nullopt;
    };
    Sources sources;
    EXPECT_EQ(compile({"billing.flow.yaml", billing}, sources, options).flows.size(), 1u);
}

TEST(Compile, LeavesOutAFlowWithANameThatNobodyKnows) {
    CompileOptions options;
    options.resolver = [](ResourceKind kind, std::string_view name) {
        return kind == ResourceKind::hours ? std::nullopt : arn_of(kind, name);
    };
    Sources sources;
    const CompileResult result = compile({"billing.flow.yaml", billing}, sources, options);
    EXPECT_TRUE(result.flows.empty());
    ASSERT_TRUE(result.diagnostics.has_errors());
    EXPECT_EQ(result.diagnostics.items().front().rule->id, "unresolved-name");
}

TEST(Compile, LetsWhatTheResolverThrowsPass) {
    struct InventoryIsDown : std::runtime_error {
        InventoryIsDown() : std::runtime_error("the inventory does not answer") {}
    };
    CompileOptions options;
    options.resolver = [](ResourceKind, std::string_view) -> std::optional<std::string> { throw InventoryIsDown(); };
    Sources sources;
    EXPECT_THROW(compile({"billing.flow.yaml", billing}, sources, options), InventoryIsDown);

    options.resolver = arn_of;
    EXPECT_EQ(compile({"billing.flow.yaml", billing}, sources, options).flows.size(), 1u)
        << "the same sources serve on after an exception";
}

std::vector<std::string> all_samples() {
    std::vector<std::string> texts;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(FLOWC_SOURCE_DIR) / "samples")) {
        const std::string name = entry.path().filename().string();
        if (name.size() > 10 && name.substr(name.size() - 10) == ".flow.yaml") texts.push_back(read_text(entry.path()));
    }
    return texts;
}

CompileOptions without_names() {
    CompileOptions options;
    options.names_may_be_unresolved = true;
    return options;
}

TEST(Compile, GivesTheSameInManyThreadsAtOnce) {
    const std::vector<std::string> texts = all_samples();
    ASSERT_FALSE(texts.empty());
    std::vector<std::string> wanted;
    for (const std::string& text : texts) wanted.push_back(outcome({"sample.flow.yaml", text}, without_names()));

    constexpr std::size_t threads = 8;
    std::vector<int> differences(threads, 0);
    std::vector<std::thread> running;
    for (std::size_t thread = 0; thread < threads; ++thread)
        running.emplace_back([&, thread] {
            for (std::size_t round = 0; round < 5 * texts.size(); ++round) {
                const std::size_t i = (round + thread) % texts.size();
                if (outcome({"sample.flow.yaml", texts[i]}, without_names()) != wanted[i]) ++differences[thread];
            }
        });
    for (std::thread& thread : running) thread.join();
    EXPECT_EQ(differences, std::vector<int>(threads, 0));
}

TEST(Compile, GivesTheSameWhateverWasCompiledBefore) {
    const std::vector<std::string> texts = all_samples();
    const auto content = [](const std::string& text, Sources& sources) {
        std::string all;
        for (const CompiledFlow& compiled : compile({"sample.flow.yaml", text}, sources, without_names()).flows)
            all += emit(compiled.flow, Target::content);
        return all;
    };
    std::vector<std::string> forwards;
    std::vector<std::string> backwards(texts.size());
    Sources sources;
    for (const std::string& text : texts) forwards.push_back(content(text, sources));
    for (std::size_t i = texts.size(); i-- > 0;) backwards[i] = content(texts[i], sources);
    EXPECT_EQ(forwards, backwards);
}

/// Whatever the bytes are: flows or findings, never neither, and no exception. Nothing is said of a text without a
/// byte.
void expect_an_answer(const std::string& text, const char* name) {
    Sources sources;
    CompileResult compiled;
    ASSERT_NO_THROW(compiled = compile({name, text}, sources, without_names()));
    for (const CompiledFlow& flow : compiled.flows) EXPECT_FALSE(emit(flow.flow, Target::content).empty());
    EXPECT_FALSE(compiled.flows.empty() && compiled.diagnostics.items().empty() && !text.empty()) << text;
    for (const Diagnostic& diagnostic : compiled.diagnostics.items())
        EXPECT_FALSE(render_text(diagnostic, sources).empty());
    CheckResult checked;
    ASSERT_NO_THROW(checked = check({name, text}, sources));
    for (const Diagnostic& diagnostic : checked.diagnostics.items())
        EXPECT_FALSE(render_text(diagnostic, sources).empty());
    Diagnostics faults;
    ASSERT_NO_THROW(read_environment({name, text}, sources, faults));
    ASSERT_NO_THROW(read({name, text}, sources));
}

/// The same sequence with every standard library: its distributions differ, the engine does not.
struct Random {
    std::mt19937 engine{20};
    std::size_t below(std::size_t limit) { return engine() % limit; }
};

TEST(Compile, AnswersRandomBytes) {
    Random random;
    for (int round = 0; round < 400; ++round) {
        std::string text(random.below(300), '\0');
        for (char& byte : text) byte = static_cast<char>(random.below(256));
        expect_an_answer(text, round % 2 ? "random.flow.yaml" : "random.json");
        if (testing::Test::HasFatalFailure()) return;
    }
}

TEST(Compile, AnswersDamagedFlows) {
    static constexpr std::string_view pieces[] = {"- ",         ": ",
                                                  "\n",         "{",
                                                  "}",          "[",
                                                  "]",          "\"",
                                                  "'",          "#",
                                                  "&a ",        "*a ",
                                                  "!x ",        "|\n",
                                                  "---\n",      "\t",
                                                  "$.",         "{{",
                                                  "${",         "\xff",
                                                  "next",       "repeat",
                                                  "start:\n",   "blocks:\n",
                                                  "on_error: ", "9999999999999999999s",
                                                  "<speak>"};
    Random random;
    const std::vector<std::string> texts = all_samples();
    for (int round = 0; round < 300; ++round) {
        std::string text = texts[random.below(texts.size())];
        for (std::size_t damage = 1 + random.below(4); damage > 0 && !text.empty(); --damage) {
            const std::size_t at = random.below(text.size());
            if (random.below(2)) text.insert(at, pieces[random.below(std::size(pieces))]);
            else text.erase(at, 1 + random.below(40));
        }
        expect_an_answer(text, "damaged.flow.yaml");
        if (testing::Test::HasFatalFailure()) return;
    }
}

}  // namespace
}  // namespace flowc
