#include <gtest/gtest.h>

#include "flowc/compile.hpp"
#include "flowc/fingerprint.hpp"
#include "lint/lint.hpp"

namespace flowc {
namespace {

TEST(PathMatches, TakesStarsWithinNamesAndThroughFolders) {
    EXPECT_TRUE(path_matches("main.json", "main.json"));
    EXPECT_TRUE(path_matches("*.json", "flows/old/main.json"))
        << "a pattern without a slash speaks of names everywhere";
    EXPECT_TRUE(path_matches("flows/*.json", "flows/main.json"));
    EXPECT_FALSE(path_matches("flows/*.json", "flows/old/main.json"));
    EXPECT_TRUE(path_matches("flows/**", "flows/old/main.json"));
    EXPECT_TRUE(path_matches("flows/", "flows/old/main.json"));
    EXPECT_TRUE(path_matches("flows/old", "flows/old/main.json")) << "a folder, without a slash behind it";
    EXPECT_TRUE(path_matches("old", "flows/old/main.json"));
    EXPECT_FALSE(path_matches("flows/ol", "flows/old/main.json"));
    EXPECT_TRUE(path_matches("**/old/*", "flows/old/main.json"));
    EXPECT_TRUE(path_matches("**/main.json", "main.json"));
    EXPECT_TRUE(path_matches("./flows/ma?n.json", "flows/main.json"));
    EXPECT_FALSE(path_matches("flows/?.json", "flows/main.json"));
    EXPECT_FALSE(path_matches("", "main.json"));
    EXPECT_FALSE(path_matches("main", "main.json"));
}

TEST(PathMatches, IsNoSlowerForPatternsMadeToHurt) {
    const std::string name(5000, 'a');
    EXPECT_FALSE(path_matches("*a*a*a*a*a*a*a*a*b", name));
    std::string path;
    for (int i = 0; i < 3000; ++i) path += "a/";
    EXPECT_FALSE(path_matches("**/a/**/a/**/a/**/b", path + "a"));
}

TEST(Settings, LaterPathsWin) {
    ProjectLint project;
    project.paths.push_back({{}, {{&rules::arn_in_flow, Level::note}}, {}, FlowType::unknown, {"en"}});
    project.paths.push_back(
        {{{"old/**", {}}}, {{&rules::arn_in_flow, Level::off}}, {}, FlowType::agent_whisper, {"de"}});
    EXPECT_TRUE(settings_for(project, "new/a.json").rules.on(rules::arn_in_flow));
    EXPECT_FALSE(settings_for(project, "old/a.json").rules.on(rules::arn_in_flow));
    EXPECT_EQ(settings_for(project, "old/a.json").languages, std::vector<std::string>{"de"});
    EXPECT_EQ(type_for(project, "old/a.json"), FlowType::agent_whisper);
    EXPECT_EQ(type_for(project, "new/a.json"), FlowType::unknown);
}

constexpr std::string_view checked = R"({"Version": "2019-10-30", "StartAction": "ask", "Actions": [
  {"Identifier": "ask", "Type": "MessageParticipant", "Parameters": {"SSML": "Hello", "Txt": "x"}, "Transitions": {"NextAction": "bye"}},
  {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]})";

std::vector<std::string> fingerprints_of(std::string text) {
    Sources sources;
    const CheckResult result = check({"a.json", text}, sources);
    return fingerprints(result.diagnostics, sources, "a.json");
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

TEST(Fingerprints, SurviveMovedLinesAndRenamedIdentifiers) {
    const std::string text(checked);
    const std::vector<std::string> before = fingerprints_of(text);
    ASSERT_EQ(before.size(), 2u);
    EXPECT_NE(before[0], before[1]);
    EXPECT_EQ(fingerprints_of("\n\n" + text), before);
    EXPECT_EQ(fingerprints_of(replaced(text, "\"ask\"", "\"question\"")), before);
    EXPECT_NE(fingerprints_of(replaced(text, "Hello", "Good morning")), before) << "another text is another finding";
}

TEST(Fingerprints, TellEqualFindingsApart) {
    const std::string twice =
        replaced(std::string(checked), "{\"Identifier\": \"bye\"",
                 "{\"Identifier\": \"more\", \"Type\": \"MessageParticipant\", \"Parameters\": {\"SSML\": "
                 "\"Hello\", \"Txt\": \"x\"}, \"Transitions\": {\"NextAction\": \"bye\"}}, {\"Identifier\": \"bye\"");
    const std::vector<std::string> names =
        fingerprints_of(replaced(twice, "\"NextAction\": \"bye\"}},\n", "\"NextAction\": \"more\"}},\n"));
    EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
    EXPECT_GE(names.size(), 4u);
}

}  // namespace
}  // namespace flowc
