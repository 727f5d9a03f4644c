#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "flowc/diagnostic.hpp"
#include "tests/golden/golden_case.hpp"

namespace flowc::golden {
namespace {

/// Shown elsewhere: by a unit test of the readers, since its input is too large to be kept; by the command line, which
/// alone sees all files of a project.
const std::set<std::string, std::less<>> without_golden{"file-too-large", "unmatched-pattern"};

/// The ids of the rules behind the findings of an expected text.
std::set<std::string> rules_in(const std::string& expected) {
    static const std::regex finding(R"(^[^ ]+:\d+:\d+: (?:error|warning|note): .* \[([a-z0-9-]+)\]$)");
    std::set<std::string> rules;
    std::istringstream lines(expected);
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        if (std::regex_match(line, match, finding)) rules.insert(match[1]);
    }
    return rules;
}

TEST(GoldenCoverage, EveryRuleHasAFailingAndAPassingCase) {
    std::map<std::string, int> failing;
    std::map<std::string, int> passing;
    for (const Case& golden : all_cases()) {
        const std::string expected = read_text(golden.expected);
        ++(expected.empty() ? passing : failing)[golden.rule];
    }
    for (const RuleInfo* rule : all_rules()) {
        const std::string id(rule->id);
        if (without_golden.count(id) != 0) continue;
        EXPECT_GT(failing[id], 0) << id << " has no failing case in tests/golden/" << id;
        EXPECT_GT(passing[id], 0) << id << " has no passing case in tests/golden/" << id;
    }
}

TEST(GoldenCoverage, AFailingCaseFailsItsOwnRuleAndNoOther) {
    for (const Case& golden : all_cases()) {
        const std::string expected = read_text(golden.expected);
        if (expected.empty()) continue;
        SCOPED_TRACE(golden.expected.string());
        EXPECT_EQ(rules_in(expected), std::set<std::string>{golden.rule});
    }
}

TEST(GoldenCoverage, EveryFolderBelongsToARule) {
    for (const Case& golden : all_cases()) {
        EXPECT_NE(find_rule(golden.rule), nullptr) << golden.input << " is in the folder of no rule";
    }
}

}  // namespace
}  // namespace flowc::golden
