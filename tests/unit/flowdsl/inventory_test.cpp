#include <gtest/gtest.h>

#include "flowc/compile.hpp"

namespace flowc {
namespace {

/// What a set of answers says, by kind and name.
Environment read(std::vector<std::pair<std::string, std::string>> answers, std::string& findings) {
    Sources sources;
    Diagnostics diagnostics;
    std::vector<Input> inputs;
    for (const auto& [name, text] : answers) inputs.push_back({name, text});
    const Environment environment = read_inventory("inventory", inputs, sources, diagnostics);
    for (const Diagnostic& item : diagnostics.items()) findings += item.message + '\n';
    return environment;
}

std::string arn_of(const Environment& environment, ResourceKind kind, std::string_view name) {
    const auto names = environment.arns.find(kind);
    if (names == environment.arns.end()) return {};
    const auto arn = names->second.find(name);
    return arn == names->second.end() ? std::string{} : arn->second;
}

TEST(Inventory, NamesFunctionsAsTheirArnsDo) {
    std::string findings;
    const Environment environment = read({{"f.json", R"({"LambdaFunctions": [
        "arn:aws:lambda:us-east-1:1:function:plain", "arn:aws:lambda:us-east-1:1:function:one:live",
        "arn:aws:lambda:us-east-1:1:function:both", "arn:aws:lambda:us-east-1:1:function:both:live",
        "arn:aws:lambda:us-east-1:1:function:two:live", "arn:aws:lambda:us-east-1:1:function:two:test"]})"}},
                                         findings);
    EXPECT_EQ(findings, "");
    EXPECT_EQ(arn_of(environment, ResourceKind::lambda, "plain"), "arn:aws:lambda:us-east-1:1:function:plain");
    EXPECT_EQ(arn_of(environment, ResourceKind::lambda, "one"), "arn:aws:lambda:us-east-1:1:function:one:live");
    EXPECT_EQ(arn_of(environment, ResourceKind::lambda, "both"), "arn:aws:lambda:us-east-1:1:function:both");
    EXPECT_EQ(arn_of(environment, ResourceKind::lambda, "both:live"), "arn:aws:lambda:us-east-1:1:function:both:live");
    EXPECT_EQ(arn_of(environment, ResourceKind::lambda, "two"), "") << "nobody knows which of the two";
    EXPECT_EQ(arn_of(environment, ResourceKind::lambda, "two:test"), "arn:aws:lambda:us-east-1:1:function:two:test");
}

TEST(Inventory, JoinsPagesAndPassesOverWhatHasNoName) {
    std::string findings;
    const std::string instance = "arn:aws:connect:us-east-1:1:instance/i/queue/";
    const Environment environment =
        read({{"1.json", R"({"QueueSummaryList": [{"Arn": ")" + instance + R"(a", "Name": "A"}], "NextToken": "t"})"},
              {"2.json", R"({"QueueSummaryList": [{"Arn": ")" + instance + R"(b", "Name": "B"}, {"Arn": ")" + instance +
                             R"(agent/c", "QueueType": "AGENT"}]})"}},
             findings);
    EXPECT_EQ(findings, "");
    EXPECT_EQ(environment.file, "inventory");
    EXPECT_EQ(arn_of(environment, ResourceKind::queue, "A"), instance + "a");
    EXPECT_EQ(arn_of(environment, ResourceKind::queue, "B"), instance + "b");
    EXPECT_EQ(environment.arns.at(ResourceKind::queue).size(), 2u);
}

TEST(Inventory, KnowsAUserAsAnAgent) {
    std::string findings;
    const Environment environment = read(
        {{"u.json",
          R"({"UserSummaryList": [{"Arn": "arn:aws:connect:us-east-1:1:instance/i/agent/j", "Username": "jane"}]})"}},
        findings);
    EXPECT_EQ(arn_of(environment, ResourceKind::agent, "jane"), "arn:aws:connect:us-east-1:1:instance/i/agent/j");
    EXPECT_EQ(arn_of(environment, ResourceKind::user, "jane"), arn_of(environment, ResourceKind::agent, "jane"));
}

TEST(Inventory, RefusesWhatHasNoArnOrOneOfAnotherKind) {
    std::string findings;
    const Environment environment =
        read({{"q.json",
               R"({"QueueSummaryList": [{"Arn": "arn:aws:connect:us-east-1:1:instance/i/prompt/q1", "Name": "Sales"},
            {"Id": "q2", "Name": "Support"}], "LambdaFunctions": [7, "find"]})"}},
             findings);
    EXPECT_TRUE(environment.arns.empty());
    EXPECT_NE(findings.find("`Sales` stands in `QueueSummaryList`, and this is an ARN of the kind `prompt`"),
              std::string::npos)
        << findings;
    EXPECT_NE(findings.find("`Support` has no `Arn` in `QueueSummaryList`"), std::string::npos) << findings;
    EXPECT_NE(findings.find("`LambdaFunctions` lists ARNs of functions, and this is none"), std::string::npos)
        << findings;
}

TEST(Inventory, SaysThatBrokenJsonIsBroken) {
    std::string findings;
    const Environment environment = read({{"q.json", R"({"QueueSummaryList": [)"}}, findings);
    EXPECT_NE(findings, "");
    EXPECT_TRUE(environment.arns.empty());
}

}  // namespace
}  // namespace flowc
