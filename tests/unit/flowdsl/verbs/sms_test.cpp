#include <gtest/gtest.h>

#include "tests/unit/flowdsl/verbs/one_step.hpp"

namespace flowc {
namespace {

using testing_verbs::compile_step;

constexpr std::string_view sender = "from: $.Attributes.number, recipient: \"{caller}\", flow: $.Attributes.flow";

std::string sms(std::string_view what, std::string_view more = {}) {
    return "{sms: " + std::string{what} + ", " + std::string{sender} + std::string{more} + "}";
}

TEST(Sms, IsOneActionWithAText) {
    const auto step = compile_step(sms("Your order is on its way."));
    EXPECT_EQ(step.findings, "");
    EXPECT_EQ(step.parameters,
              "{SourceEndpoint:{Address:$.Attributes.number,Type:CONNECT_PHONENUMBER_ARN},"
              "DestinationEndpoint:{Address:$.CustomerEndpoint.Address,Type:TELEPHONE_NUMBER},"
              "ContactFlowArn:$.Attributes.flow,ContactSubtype:connect:SMS,"
              "InitialSystemMessage:{Content:Your order is on its way.},RelatedContact:CURRENT}");
    EXPECT_EQ(step.branches, "next > start-branch-1\nNoMatchingError > hangup\n");
}

TEST(Sms, IsRenderedFirstWithATemplate) {
    const auto step = compile_step(sms("{template: $.Attributes.t, base: $.Attributes.b}", ", render_failed: next"));
    EXPECT_EQ(step.findings, "");
    EXPECT_EQ(step.parameters, "{WisdomKnowledgeBaseArn:$.Attributes.b,WisdomMessageTemplateArn:$.Attributes.t}");
    EXPECT_EQ(step.branches,
              "next > start-sms-1-send\n"
              "TemplateRenderingError > start-branch-1\n"
              "NoMatchingError > hangup\n");
}

TEST(Sms, SaysWhatIsMissing) {
    EXPECT_EQ(compile_step("{sms: x, from: $.Attributes.number}").findings,
              "missing-option: sms\nmissing-option: sms\n");
    EXPECT_EQ(compile_step(sms("{template: $.Attributes.t}")).findings, "missing-option: {template: $.Attributes.t}\n");
    EXPECT_EQ(compile_step(sms("x", ", render_failed: next")).findings, "conflicting-options: next\n");
}

TEST(Sms, LeavesTheRecipientToTheCampaign) {
    EXPECT_EQ(
        compile_step("{sms: {template: $.Attributes.t, base: $.Attributes.b}, from: $.Attributes.number}", "campaign")
            .parameters,
        "{Message:{MessageSourceType:TEMPLATE,TemplatedMessage:{WisdomKnowledgeBaseArn:$.Attributes.b,"
        "WisdomMessageTemplateArn:$.Attributes.t}},SourceEndpoint:{Address:$.Attributes.number,Type:CONNECT_"
        "PHONENUMBER_ARN}}");
    EXPECT_EQ(compile_step("{sms: x, from: $.Attributes.number}", "campaign").findings, "bad-value: x\n");
    EXPECT_EQ(compile_step("{sms: {template: $.Attributes.t, base: $.Attributes.b}, from: $.Attributes.number, "
                           "recipient: \"{caller}\"}",
                           "campaign")
                  .findings,
              "conflicting-options: \"{caller}\"\n");
}

}  // namespace
}  // namespace flowc
