#include "ir/recognise.hpp"

#include <gtest/gtest.h>

#include "syntax/read.hpp"

namespace flowc {
namespace {

Form form_of(std::string_view json) {
    Sources sources;
    Diagnostics diagnostics;
    const SyntaxTree tree = read_json(sources.file(sources.add("f.json", json)), diagnostics);
    EXPECT_TRUE(diagnostics.items().empty()) << json;
    return tree.roots().empty() ? Form::other : recognise_json(tree.node(tree.roots().front()));
}

TEST(Recognise, TellsFormsByTheirKeys) {
    EXPECT_EQ(form_of(R"({"Version": "2019-10-30", "StartAction": "a", "Actions": []})"), Form::content);
    EXPECT_EQ(form_of(R"({"StartAction": "a", "Actions": {}})"), Form::content);
    EXPECT_EQ(form_of(R"({"Version": "2019-10-30", "Actions": []})"), Form::content);
    EXPECT_EQ(form_of(R"({"Name": "a", "Content": "{}"})"), Form::wrapper);
    EXPECT_EQ(form_of(R"({"modules": [], "start": "a", "version": "1"})"), Form::legacy_export);
    EXPECT_EQ(form_of(R"({"States": [{"Type": "x"}]})"), Form::states);
    EXPECT_EQ(form_of(R"({"AWSTemplateFormatVersion": "2010-09-09"})"), Form::template_);
    EXPECT_EQ(form_of(R"({"Resources": {"Flow": {"Type": "AWS::Connect::ContactFlow"}}})"), Form::template_);
}

TEST(Recognise, TakesOtherJsonForOther) {
    for (const std::string_view json :
         {"[]", "7", "null", "{}", R"({"name": "flowc", "version": "1"})", R"({"Content": {}})", R"({"Resources": []})",
          R"({"Actions": "all"})", R"({"start": 1})"}) {
        EXPECT_EQ(form_of(json), Form::other) << json;
    }
}

}  // namespace
}  // namespace flowc
