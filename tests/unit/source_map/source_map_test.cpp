#include "flowc/source_map.hpp"

#include <gtest/gtest.h>

#include "source/digest.hpp"
#include "source_map/path.hpp"
#include "tests/golden/golden_case.hpp"
#include "tests/unit/flowdsl/compiled.hpp"

namespace flowc {
namespace {

using namespace source_map_detail;

constexpr std::string_view one_flow = R"(flow: A
on_error: hangup
start:
  - menu: department
    prompt: For sales, press 1.
    options:
      1: sales
    give_up: hangup
blocks:
  sales:
    - set: {Category: Sales, "a b": "x"}
    - transfer: {queue: Sales}
)";

std::string key(std::string_view name) {
    std::string path = "Tags";
    append_key(path, name);
    return path;
}

TEST(SourceMapPaths, QuoteKeysThatAreNoWords) {
    EXPECT_EQ(key("Text"), "Tags.Text");
    EXPECT_EQ(key("with-dash_1"), "Tags.with-dash_1");
    EXPECT_EQ(key("1"), "Tags.1");
    EXPECT_EQ(key("a b"), "Tags['a b']");
    EXPECT_EQ(key("a.b"), "Tags['a.b']");
    EXPECT_EQ(key("it's [\\]"), "Tags['it\\'s [\\\\]']");
    EXPECT_EQ(key(""), "Tags['']");
    EXPECT_EQ(key("Straße"), "Tags['Straße']");
}

TEST(SourceMapPaths, AreReadInEveryNotation) {
    for (const std::string_view written : {"Actions[13].Parameters.Text", "$.Actions[13].Parameters.Text",
                                           "Actions[13]['Parameters'][\"Text\"]", "['Actions'][13].Parameters['Text']"})
        EXPECT_EQ(canonical(written), "Actions[13].Parameters.Text");
    EXPECT_EQ(canonical("Parameters.Attributes.a b"), "Parameters.Attributes['a b']");
    EXPECT_EQ(canonical("Tags['it\\'s']"), "Tags['it\\'s']");
    EXPECT_EQ(canonical(""), "");
    EXPECT_EQ(canonical("$"), "");
    for (const std::string_view broken :
         {"[", "['", "['a", "Actions[", "Actions[x]", "a..b", ".", "[']", "['\\']", "[\"]"})
        EXPECT_EQ(canonical(canonical(broken)), canonical(broken)) << broken;
}

TEST(SourceMapPaths, KnowWhatEnclosesThem) {
    EXPECT_EQ(enclosing("Actions[3].Transitions.Errors[0].ErrorType"), "Actions[3].Transitions.Errors[0]");
    EXPECT_EQ(enclosing("Actions[3]"), "Actions");
    EXPECT_EQ(enclosing("Tags['a.b[1]']"), "Tags");
    EXPECT_EQ(enclosing("Actions"), "");
    EXPECT_EQ(enclosing(""), "");
}

TEST(SourceMapPaths, AreOrderedByNumbersAndNames) {
    const std::vector<std::string_view> ordered{"",
                                                "Actions[2]",
                                                "Actions[2].Parameters",
                                                "Actions[2].Parameters.Text",
                                                "Actions[2].Type",
                                                "Actions[10]",
                                                "Actions[10]['a']",
                                                "StartAction"};
    for (std::size_t i = 0; i < ordered.size(); ++i)
        for (std::size_t j = 0; j < ordered.size(); ++j)
            EXPECT_EQ(comes_before(ordered[i], ordered[j]), i < j) << ordered[i] << " and " << ordered[j];
}

TEST(SourceMap, FindsTheWordOrWhatEnclosesIt) {
    const Compiled compiled{std::string{one_flow}};
    ASSERT_EQ(compiled.messages(), "");
    const SourceMap map = source_map(compiled.flow(), compiled.sources());
    const auto line = [&](std::string_view path, bool exact) {
        const SourceMap::Found found = map.find(path);
        EXPECT_EQ(found.exact, exact) << path;
        return found.mapping ? found.mapping->place.begin.line : 0;
    };
    EXPECT_EQ(compiled.identifiers().at(0), "start-menu-department");
    EXPECT_EQ(line("Actions[0].Parameters.Text", true), 5u);
    EXPECT_EQ(line("Actions[0].Transitions.Conditions[0].NextAction", true), 7u);
    EXPECT_EQ(line("Actions[0].Parameters.Missing", false), 4u) << "the action encloses it";
    EXPECT_EQ(line("Actions[0].Transitions.Conditions[0].Condition", false), 7u) << "the branch encloses it";
    EXPECT_EQ(line("Actions[99].Parameters.Text", false), 1u) << "no action of that number, so the flow";
    EXPECT_EQ(line("", true), 1u);
    EXPECT_EQ(line("Nonsense[[['", false), 1u);
    EXPECT_EQ(SourceMap{}.find("Actions[0]").mapping, nullptr);
}

TEST(SourceMap, FindsTheValueThatAWordMade) {
    const Compiled compiled{std::string{one_flow}};
    const SourceMap map = source_map(compiled.flow(), compiled.sources());
    const auto path = [&](std::uint32_t at, std::uint32_t column) {
        const SourceMap::Mapping* found = map.at("t.flow.yaml", {at, column});
        return found ? found->path : "nothing";
    };
    EXPECT_EQ(path(5, 15), "Actions[0].Parameters.Text");
    EXPECT_EQ(path(11, 38), "Actions[2].Parameters.Attributes['a b']") << "inside the quotes";
    EXPECT_EQ(path(10, 4), "nothing") << "a block's name makes no value";
    EXPECT_EQ(path(99, 1), "nothing");
    EXPECT_EQ(map.at("other.flow.yaml", {5, 15}), nullptr);
}

TEST(SourceMap, OfAFlowReadFromJsonLeadsIntoTheJson) {
    const std::string text = R"({"Version": "2019-10-30", "StartAction": "a", "Actions": [
  {"Identifier": "a", "Type": "MessageParticipant",
   "Parameters": {"Text": "Hello"},
   "Transitions": {"NextAction": "b", "Errors": [{"NextAction": "b", "ErrorType": "NoMatchingError"}]}},
  {"Identifier": "b", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]})";
    Sources sources;
    const CheckResult checked = check({"a.json", text}, sources);
    ASSERT_EQ(checked.flows.size(), 1u);
    const SourceMap map = source_map(checked.flows.front(), sources);
    EXPECT_EQ(map.find("Actions[0].Parameters.Text").mapping->place.begin, (Position{3, 27}));
    EXPECT_EQ(map.find("Actions[0].Transitions.Errors[0].ErrorType").mapping->place.begin.line, 4u);
}

TEST(SourceMapFile, IsReadBackAsItWasWritten) {
    const Compiled compiled{std::string{one_flow}};
    const std::string json = emit(compiled.flow(), Target::wrapper);
    const std::string written = emit_source_map(compiled.flow(), compiled.sources(), "A.json", Target::wrapper, json);
    SourceMap read;
    ASSERT_TRUE(read_source_map(written, read));
    EXPECT_EQ(read.file, "A.json");
    EXPECT_EQ(read.document, "Content");
    EXPECT_TRUE(read.speaks_of(json));
    EXPECT_FALSE(read.speaks_of(json + " "));
    SourceMap made = source_map(compiled.flow(), compiled.sources());
    made.file = read.file;
    made.document = read.document;
    made.sha256 = read.sha256;
    EXPECT_EQ(read, made);
    EXPECT_EQ(made.flow, "A");
}

TEST(SourceMapFile, IsRefusedInAnyOtherForm) {
    const std::string head = R"({"version":1,"flow":"A","file":"A.json","document":"","sha256":"00","sources":["a"],)";
    SourceMap map;
    ASSERT_TRUE(
        read_source_map(head + R"("uses":[[0,1,1,1,2],[0,1,1,1,2,0]],"mappings":[["Actions[0]",0,1,1,1,2,1]]})", map));
    EXPECT_EQ(map.uses_of(map.mappings.at(0)).size(), 2u);
    const std::string rest = R"("uses":[],"mappings":[]})";
    ASSERT_TRUE(read_source_map(head + rest, map));
    const SourceMap before = map;
    for (const std::string& text :
         {std::string{}, std::string{"[]"}, std::string{"{}"}, std::string{"{\"version\":2}"}, head, "x" + head + rest,
          head + R"("uses":[]})", head + R"("uses":{},"mappings":[]})",
          head + R"("uses":[[0,1,1,1,2,0]],"mappings":[]})",               // a use inside itself
          head + R"("uses":[[1,1,1,1,2]],"mappings":[]})",                 // no such source
          head + R"("uses":[],"mappings":[["Actions[0]",0,1,1,1]]})",      // too short
          head + R"("uses":[],"mappings":[["Actions[0]",0,1,1,1,2,0]]})",  // no such use
          head + R"("uses":[],"mappings":[["Actions[0]",0,1,1,1,-2]]})",
          head + R"("uses":[],"mappings":[["Actions[0]",0,1,1,1,"2"]]})",
          head + R"("uses":[],"mappings":[[0,0,1,1,1,2]]})", head + R"("uses":[],"mappings":[[]]})",
          head + R"("uses":[],"mappings":["Actions[0]"]})"})
        EXPECT_FALSE(read_source_map(text, map)) << text;
    EXPECT_EQ(map, before);
}

/// The first block of a language on the page.
std::string block(const std::string& page, std::string_view language) {
    const std::string fence = "```" + std::string{language} + "\n";
    const std::size_t begin = page.find(fence) + fence.size();
    return page.substr(begin, page.find("```", begin) - begin);
}

TEST(SourceMapFile, IsAsItsPageShows) {
    const std::string page = golden::read_text(std::filesystem::path(FLOWC_SOURCE_DIR) / "docs" / "source-map.md");
    Sources sources;
    const CompileResult result = compile({"main.flow.yaml", block(page, "yaml")}, sources);
    ASSERT_EQ(result.flows.size(), 1u);
    const Flow& shown = result.flows.front().flow;
    const std::string json = emit(shown, Target::content);
    EXPECT_EQ(emit_source_map(shown, sources, "Main line.json", Target::content, json), block(page, "json"));
}

TEST(Digest, IsTheSha256OfTheBytes) {
    EXPECT_EQ(digest(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(digest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace flowc
