#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "flowc/compile.hpp"
#include "tests/golden/golden_case.hpp"

/// One folder an action type: `compiles.flow.yaml`, one flow that uses the type, and `compiles.json`, the document that
/// it becomes; `compiles.expected` holds what is said meanwhile, where that is anything. All names are those of
/// `env.yaml`. With `FLOWC_UPDATE_GOLDENS=1` both are rewritten: they are to be read before they are kept.
namespace flowc {
namespace {

using golden::read_text;

std::filesystem::path folder() { return std::filesystem::path(FLOWC_SOURCE_DIR) / "tests" / "actions"; }

bool updating() {
    const char* switched = std::getenv("FLOWC_UPDATE_GOLDENS");
    return switched && std::string(switched) == "1";
}

/// Holds a file to a text; a file that is not there stands for an empty one.
void expect_file(const std::filesystem::path& path, const std::string& text) {
    if (!updating()) {
        EXPECT_EQ(text, read_text(path)) << path;
    } else if (text.empty()) {
        std::filesystem::remove(path);
    } else {
        std::ofstream file(path, std::ios::binary);
        file << text;
        EXPECT_TRUE(file.flush()) << "cannot write " << path;
    }
}

std::string rendered(const Diagnostics& diagnostics, const Sources& sources) {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics.items()) text += render_text(diagnostic, sources);
    return text;
}

class Actions : public testing::TestWithParam<std::size_t> {
  protected:
    const ActionInfo& row() const { return actions()[GetParam()]; }
    std::filesystem::path path(const char* name) const { return folder() / std::string(row().name) / name; }
};

TEST_P(Actions, CompilesToWhatTheServiceAccepts) {
    ASSERT_TRUE(std::filesystem::exists(path("compiles.flow.yaml"))) << row().name << " has no golden";
    Sources sources;
    Diagnostics faults;
    const std::string names = read_text(folder() / "env.yaml");
    const Environment environment = read_environment({"env.yaml", names}, sources, faults);
    ASSERT_EQ(rendered(faults, sources), "");

    CompileOptions options;
    options.environment = &environment;
    const std::string text = read_text(path("compiles.flow.yaml"));
    const CompileResult result = compile({"compiles.flow.yaml", text}, sources, options);
    expect_file(path("compiles.expected"), rendered(result.diagnostics, sources));
    ASSERT_EQ(result.flows.size(), 1u) << "one flow an action type, and without an error";
    const Flow& flow = result.flows.front().flow;
    EXPECT_TRUE(std::any_of(flow.actions.begin(), flow.actions.end(), [&](const Action& action) {
        return action.type == row().type;
    })) << "no action of the type";

    const std::string content = emit(flow, Target::content);
    expect_file(path("compiles.json"), content);
    CheckOptions as_document;
    as_document.type = flow.type;
    const CheckResult checked = check({"compiles.json", content}, sources, as_document);
    EXPECT_FALSE(checked.diagnostics.has_errors()) << rendered(checked.diagnostics, sources);
}

INSTANTIATE_TEST_SUITE_P(, Actions, testing::Range<std::size_t>(0, actions().size()),
                         [](const testing::TestParamInfo<std::size_t>& use) {
                             return std::string(actions()[use.param].name);
                         });

TEST(ActionFolders, AreThoseOfTheCatalogue) {
    for (const auto& entry : std::filesystem::directory_iterator(folder())) {
        if (!entry.is_directory()) continue;
        EXPECT_NE(find_action(entry.path().filename().string()), nullptr) << entry.path() << " is no action type's";
    }
}

}  // namespace
}  // namespace flowc
