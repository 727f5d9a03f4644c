#include "ir/texts.hpp"

#include <gtest/gtest.h>

#include "tests/unit/ir/flow_of.hpp"

namespace flowc {
namespace {

using test::ReadFlow;

TEST(Texts, SayWhatStandsInEachValue) {
    const ReadFlow read(R"({"Actions": [{"Identifier": "a", "Type": "Wait", "Parameters": {
        "Fixed": "in 5 minutes", "Empty": "", "Filled": "<<QUEUE>>", "Whole": "$.Channel", "Mixed": "by $.Channel", "None": null,
        "List": ["x", {"$.Attributes.key": 1}]}}]})");
    const Flow& flow = read.flow;
    const Texts texts(flow);
    const Node parameters = flow.node(flow.actions.at(0).parameters);
    const auto form = [&](std::string_view name) { return texts.form(parameters.find(name)); };
    EXPECT_EQ(form("Fixed"), ValueForm::fixed);
    EXPECT_EQ(form("Empty"), ValueForm::empty);
    EXPECT_EQ(form("Filled"), ValueForm::placeholder);
    EXPECT_EQ(form("Whole"), ValueForm::reference);
    EXPECT_EQ(form("Mixed"), ValueForm::mixed);
    EXPECT_EQ(form("None"), ValueForm::other);
    EXPECT_EQ(form("List"), ValueForm::other);
    for (const Node value : {parameters.find("Fixed"), parameters.find("Filled"), parameters.find("Mixed")})
        EXPECT_EQ(texts.form(value), value_form(value));
    EXPECT_TRUE(texts.signs(parameters.find("Fixed")).has(Signs::digit));
    EXPECT_FALSE(texts.signs(parameters.find("Mixed")).has(Signs::digit));
    EXPECT_TRUE(texts.any(ValueForm::empty));
}

TEST(Texts, FindReferencesInKeysValuesAndOperandsButNotInNamesOfParameters) {
    const ReadFlow read(R"({"Actions": [
        {"Identifier": "a", "Type": "Wait", "Parameters": {
            "$.Name": {"$.Attributes.key": "$.Channel and $.Queue.Name"}}, "Transitions": {
            "Conditions": [{"NextAction": "a", "Condition": {"Operator": "Equals", "Operands": ["$.External.x"]}}]}},
        {"Identifier": "b", "Type": "Wait", "Parameters": {"A": "5 $"}}]})");
    const Texts texts(read.flow);
    ASSERT_EQ(texts.references().size(), 4u);
    EXPECT_EQ(texts.references()[0].text, "$.Attributes.key");
    EXPECT_EQ(texts.references()[1].text, "$.Channel");
    EXPECT_EQ(texts.references()[2].text, "$.Queue.Name");
    EXPECT_FALSE(texts.references()[2].operands);
    EXPECT_EQ(texts.references()[3].text, "$.External.x");
    EXPECT_TRUE(texts.references()[3].operands);
    EXPECT_FALSE(texts.any(ValueForm::empty));
}

}  // namespace
}  // namespace flowc
