#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "emit/finding_json.hpp"
#include "tools/flowc/report/report.hpp"

namespace flowc {
namespace {

using Json = nlohmann::ordered_json;

/// Two findings: one that a fix in two places mends, and one that two fixes mend, the second of which edits another file.
struct Findings {
    Sources sources;
    Diagnostics diagnostics;

    Findings() {
        const std::uint32_t flow = sources.file(sources.add("a b.json", "{\"Über\": 8,\n \"End\": true}")).base();
        const std::uint32_t other = sources.file(sources.add("other.json", "[]")).base();
        const RuleInfo& rule = *find_rule("scalar-type");
        diagnostics.report(rule, {flow + 10, flow + 11}, "is a number").fixes = {
            {"write both as texts", true, {{{flow + 10, flow + 11}, "\"8\""}, {{flow + 21, flow + 25}, "\"true\""}}}};
        diagnostics.report(rule, {flow + 21, flow + 25}, "is a boolean").fixes = {
            {"write it as a text", true, {{{flow + 21, flow + 25}, "\"true\""}}},
            {"say it elsewhere\x01", false, {{{flow + 13, flow + 25}, ""}, {{other + 1, other + 1}, "\"]]>%\n\""}}}};
    }
};

Json kept(const std::string& name) {
    std::ifstream file(FLOWC_SOURCE_DIR "/tests/formats/" + name);
    return Json::parse(file);
}

TEST(Fixes, AreReplacementsInSarif) {
    const Findings found;
    const Json log = Json::parse(cli::report_sarif({{{&found.diagnostics, &found.sources, "a b.json"}}, {}, {}}));
    Json results = log["runs"][0]["results"];
    for (Json& each : results) each.erase("ruleIndex");  // changes with every rule
    EXPECT_EQ(results, kept("fixes.sarif.json")) << results.dump(2);
}

TEST(Fixes, AreEditsInJson) {
    const Findings found;
    emit_detail::JsonWriter out(emit_detail::JsonWriter::Form::indented);
    out.begin_array();
    emit_detail::write_findings(out, found.diagnostics, found.sources);
    out.end_array();
    Json fixes = Json::array();
    for (const Json& each : Json::parse(std::move(out).take())) fixes.push_back(each["fixes"]);
    EXPECT_EQ(fixes, kept("fixes.json")) << fixes.dump(2);
}

}  // namespace
}  // namespace flowc
