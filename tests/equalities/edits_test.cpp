#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "flowc/compile.hpp"
#include "tests/golden/golden_case.hpp"

/// What an edit in one sequence of a flow leaves alone: the identifiers of all others, and their layout in themselves.
namespace flowc {
namespace {

using golden::read_text;

struct Sample {
    std::string name;
    std::string text;
    std::string names;
};

std::vector<Sample> samples() {
    std::vector<Sample> found;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(FLOWC_SOURCE_DIR) / "samples")) {
        const std::string name = entry.path().filename().string();
        if (name.size() < 10 || name.substr(name.size() - 10) != ".flow.yaml") continue;
        const std::filesystem::path names = entry.path().parent_path() / "env.yaml";
        if (!std::filesystem::exists(names)) continue;
        found.push_back({entry.path().string(), read_text(entry.path()), read_text(names)});
    }
    return found;
}

/// A compiled file and the texts that it stands on.
struct Compiled {
    Compiled(const std::string& text, const std::string& names) {
        const Environment environment = read_environment({"env.yaml", names}, sources, diagnostics);
        CompileOptions options;
        options.environment = &environment;
        const FileId file = static_cast<FileId>(sources.size());
        result = compile({"sample.flow.yaml", text}, sources, options);
        begin = sources.file(file).base();
        for (const Diagnostic& diagnostic : result.diagnostics.items())
            if (diagnostic.severity == Severity::error) errors += render_text(diagnostic, sources);
    }

    Sources sources;
    Diagnostics diagnostics;
    CompileResult result;
    std::string errors;
    std::uint32_t begin = 0;  ///< of the file's first byte
};

/// An action as one line: where it stands is told from the first of its group.
std::string described(const Flow& flow, std::size_t action, Point place, Point first) {
    const Action& what = flow.actions[action];
    return std::string(what.identifier) + ' ' + std::string(what.type_name) + ' ' + std::to_string(place.x - first.x) +
           ' ' + std::to_string(place.y - first.y);
}

using Groups = std::map<std::uint32_t, std::vector<std::string>>;

Groups groups_of(const Flow& flow) {
    const std::vector<Point> places = lay_out(flow);
    std::map<std::uint32_t, Point> first;
    Groups groups;
    for (std::size_t i = 0; i < flow.actions.size(); ++i) {
        const std::uint32_t group = flow.groups[i];
        first.emplace(group, places[i]);
        groups[group].push_back(described(flow, i, places[i], first.at(group)));
    }
    return groups;
}

/// The groups with an action that was compiled from the given bytes.
std::vector<std::uint32_t> groups_from(const Flow& flow, std::uint32_t begin, std::uint32_t end) {
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < flow.actions.size(); ++i)
        if (flow.actions[i].span.begin >= begin && flow.actions[i].span.begin < end) found.push_back(flow.groups[i]);
    return found;
}

struct Edit {
    std::size_t at;
    std::string steps;
};

/// New steps for the beginning of every sequence that is written line by line.
std::vector<Edit> edits_of(const std::string& text) {
    static const std::regex sequence(R"(\n(start|  [A-Za-z0-9_-]+):[^\n\[]*\n( +)- )");
    std::vector<Edit> edits;
    for (std::sregex_iterator match(text.begin(), text.end(), sequence), end; match != end; ++match) {
        const std::string indent = (*match)[2];
        if (indent.size() != ((*match)[1] == "start" ? 2u : 4u)) continue;  // the value of an option, no sequence
        const auto at = static_cast<std::size_t>(match->position(2));
        edits.push_back({at, indent + "- say: One more sentence.\n"});
        edits.push_back({at, indent + "- branch: channel\n" + indent + "  cases:\n" + indent +
                                 "    CHAT: [{say: First.}, {say: Second.}, {say: Third.}, next]\n" + indent +
                                 "    TASK: [{say: Another.}, next]\n"});
    }
    return edits;
}

TEST(Edits, OfOneSequenceLeaveTheOthersAsTheyAre) {
    std::size_t tried = 0;
    for (const Sample& sample : samples()) {
        SCOPED_TRACE(sample.name);
        const Compiled plain(sample.text, sample.names);
        ASSERT_EQ(plain.errors, "");
        for (const Edit& edit : edits_of(sample.text)) {
            std::string text = sample.text;
            text.insert(edit.at, edit.steps);
            SCOPED_TRACE(text.substr(edit.at > 60 ? edit.at - 60 : 0, 60 + edit.steps.size()));
            const Compiled edited(text, sample.names);
            ASSERT_EQ(edited.errors, "");
            ASSERT_EQ(plain.result.flows.size(), edited.result.flows.size());
            const std::uint32_t begin = edited.begin + static_cast<std::uint32_t>(edit.at);
            const std::uint32_t end = begin + static_cast<std::uint32_t>(edit.steps.size());
            std::size_t touched = 0;
            for (std::size_t i = 0; i < plain.result.flows.size(); ++i) {
                const Flow& before = plain.result.flows[i].flow;
                const Flow& after = edited.result.flows[i].flow;
                const std::vector<std::uint32_t> own = groups_from(after, begin, end);
                if (own.empty()) {
                    EXPECT_EQ(emit(before, Target::content), emit(after, Target::content)) << before.name;
                    continue;
                }
                ++touched;
                Groups left = groups_of(before);
                Groups right = groups_of(after);
                for (const std::uint32_t group : own) {
                    left.erase(group);
                    right.erase(group);
                }
                EXPECT_EQ(left, right) << before.name;
            }
            EXPECT_EQ(touched, 1u);
            ++tried;
        }
    }
    EXPECT_GE(tried, 20u) << "the samples have fewer sequences than this test expects to find";
}

}  // namespace
}  // namespace flowc
