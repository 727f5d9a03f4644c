#include "forms/recognise.hpp"

#include <gtest/gtest.h>

#include "syntax/read.hpp"

namespace flowc {
namespace {

Form form_of(std::string_view json) {
    Sources sources;
    Diagnostics diagnostics;
    const SyntaxTree tree = read_json(sources.file(sources.add("f.json", json)), diagnostics);
    EXPECT_TRUE(diagnostics.items().empty()) << json;
    std::vector<FoundFlows> found;
    return recognise(tree, found);
}

TEST(Recognise, TellsFormsByTheirKeys) {
    EXPECT_EQ(form_of(R"({"Version": "2019-10-30", "StartAction": "a", "Actions": []})"), Form::content);
    EXPECT_EQ(form_of(R"({"StartAction": "a", "Actions": {}})"), Form::content);
    EXPECT_EQ(form_of(R"({"Version": "2019-10-30", "Actions": []})"), Form::content);
    EXPECT_EQ(form_of(R"({"modules": [], "start": "a", "version": "1"})"), Form::legacy_export);
    EXPECT_EQ(form_of(R"({"Actions": [{"Identifier": "a"}]})"), Form::content);
    EXPECT_EQ(form_of(R"({"States": [{"Type": "x", "Branches": []}]})"), Form::states);
}

TEST(Recognise, FindsFlowsInside) {
    EXPECT_EQ(form_of(R"({"any": ["{\"Version\": \"2019-10-30\", \"Actions\": []}"]})"), Form::wrapper);
    EXPECT_EQ(form_of(R"({"ContactFlowType": "CONTACT_FLOW", "Content": "{}"})"), Form::wrapper);
    EXPECT_EQ(form_of(R"({"ContactFlow": {"Content": "{}"}})"), Form::wrapper);
    EXPECT_EQ(form_of(R"({"name": "a", "content": {"StartAction": "a", "Actions": []}})"), Form::wrapper);
    EXPECT_EQ(form_of(R"({"Resources": {"Flow": {"Type": "AWS::Connect::ContactFlow"}}})"), Form::template_);
    EXPECT_EQ(form_of(R"({"resource": {"aws_connect_contact_flow": {"main": {"content": "${file(x)}"}}}})"),
              Form::wrapper);
}

TEST(Recognise, TakesOtherJsonForOther) {
    for (const std::string_view json :
         {"[]", "7", "null", "{}", R"({"name": "flowc", "version": "1"})", R"({"Content": {}})", R"({"Resources": []})",
          R"({"Actions": "all"})", R"({"start": 1})", R"({"Name": "a", "Content": "{}"})", R"({"type": "CAMPAIGN"})",
          R"({"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}})",
          R"({"Stages": [{"Name": "build", "Actions": [{"Name": "compile"}], "Version": "1"}]})",
          R"({"StartAt": "a", "States": {"a": {"Type": "Pass"}}})", R"({"States": ["Ohio", "Utah"]})",
          R"({"States": [{"Id": "a", "Type": "x"}]})", R"({"Version": 1, "Actions": [{"Type": "click"}]})",
          R"({"Actions": ["read"]})",
          R"({"properties": {"StartAction": {"type": "string"}, "Actions": {"type": "array"}}})"}) {
        EXPECT_EQ(form_of(json), Form::other) << json;
    }
}

TEST(Recognise, GuessesWhatABrokenTextWas) {
    EXPECT_EQ(recognise_broken(R"({"Version": "2019-10-30", "Actions": [)"), Form::content);
    EXPECT_EQ(recognise_broken(R"({"Content": "{\"StartAction\": \"a\")"), Form::wrapper);
    EXPECT_EQ(recognise_broken("Resources: {F: {Type: AWS::Connect::ContactFlow, x: ]"), Form::template_);
    EXPECT_EQ(recognise_broken("{\"name\": \"x\","), Form::other);
    std::string utf16 = "\xFF\xFE";
    for (const char c : std::string_view(R"({"StartAction": "a", "Actions": []})")) utf16.append({c, '\0'});
    EXPECT_EQ(recognise_broken(utf16), Form::content);
}

}  // namespace
}  // namespace flowc
