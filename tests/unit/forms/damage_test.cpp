#include <gtest/gtest.h>

#include <random>
#include <string>

#include "flowc/compile.hpp"

namespace flowc {
namespace {

const std::string wrapper =
    R"({"Name": "A", "Type": "CONTACT_FLOW", "Content": "{\"Version\":\"2019-10-30\",\"StartAction\":\"a\",\"Actions\":[)"
    R"({\"Identifier\":\"a\",\"Type\":\"MessageParticipant\",\"Parameters\":{\"Text\":\"\u00e9\ud83c\udf89 \\\"x\\\"\"},)"
    R"(\"Transitions\":{\"NextAction\":\"b\"}},${more}]}"})";

const std::string cloudformation =
    "Resources:\n  A:\n    Type: AWS::Connect::ContactFlow\n    Properties:\n      Content: !Sub |2-\n\n"
    "          {\"Version\": \"2019-10-30\", \"StartAction\": ${start},\n         \"Actions\": [{\"Identifier\": "
    "\"a\"}]}\n"
    "  B:\n    Type: AWS::Connect::ContactFlowModule\n    Properties:\n      Content: !Join\n      - ''\n      - - "
    "'{\"Actions\": ['\n"
    "        - !Ref X\n        - \"],\\\"StartAction\\\": \\\"\\xe9\\\n           \\\"}\"\n";

const std::string terraform =
    "{\"Version\": \"2019-10-30\", \"StartAction\": \"${f(\"a\")}\", \"Actions\": [{\"Identifier\": <<A>>, "
    "\"Parameters\": {${b}}}\n"
    "${c}, {\"Type\": \"Loop\"}]}";

std::string damage(std::string text, std::mt19937& random) {
    const std::string signs = "{}[],:\"'\\#|>%$<-? \n\r0a\xc3\xa9";
    for (std::size_t n = 1 + random() % 3; n > 0 && !text.empty(); --n) {
        const std::size_t at = random() % text.size();
        switch (random() % 4) {
            case 0: text[at] = signs[random() % signs.size()]; break;
            case 1: text.erase(at, 1 + random() % 8); break;
            case 2: text.insert(at, 1, signs[random() % signs.size()]); break;
            default: text.insert(at, text.substr(random() % text.size(), random() % 20)); break;
        }
    }
    return text;
}

void expect_places_in_the_file(const std::string& name, const std::string& text) {
    Sources sources;
    sources.add("other", "xyz");  // offsets that begin at zero would hide a forgotten base
    const CheckResult result = check({name, text}, sources);
    const Span whole = sources.file(1).whole();
    const auto expect_within = [&](Span span) {
        EXPECT_LE(span.begin, span.end);
        EXPECT_GE(span.begin, whole.begin);
        EXPECT_LE(span.end, whole.end);
    };
    for (const Diagnostic& finding : result.diagnostics.items()) {
        expect_within(finding.span);
        for (const Label& label : finding.labels) expect_within(label.span);
        EXPECT_FALSE(render_text(finding, sources).empty());
    }
    ASSERT_FALSE(testing::Test::HasFailure()) << name << '\n' << text;
}

TEST(DamagedForms, AreReadOrReportedWithPlacesInTheFile) {
    std::mt19937 random(5);
    for (int i = 0; i < 4000; ++i) {
        expect_places_in_the_file("f.json", damage(wrapper, random));
        expect_places_in_the_file("f.yaml", damage(cloudformation, random));
        expect_places_in_the_file("f.json.tftpl", damage(terraform, random));
        if (HasFatalFailure()) return;
    }
}

}  // namespace
}  // namespace flowc
