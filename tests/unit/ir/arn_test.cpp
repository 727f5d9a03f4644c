#include "ir/arn.hpp"

#include <gtest/gtest.h>

namespace flowc {
namespace {

TEST(Arn, TellsTheKindOfResource) {
    EXPECT_EQ(resource_kind_of_arn("arn:aws:connect:eu-west-1:1:instance/i/queue/q"), ResourceKind::queue);
    EXPECT_EQ(resource_kind_of_arn("arn:aws:connect:eu-west-1:1:instance/i/queue/agent/a"), ResourceKind::queue);
    EXPECT_EQ(resource_kind_of_arn("arn:aws:connect:eu-west-1:1:instance/i/contact-flow/f"), ResourceKind::flow);
    EXPECT_EQ(resource_kind_of_arn("arn:aws:connect:eu-west-1:1:instance/i/flow-module/m"), ResourceKind::module);
    EXPECT_EQ(resource_kind_of_arn("arn:aws:connect:eu-west-1:1:instance/i/operating-hours/h"), ResourceKind::hours);
    EXPECT_EQ(resource_kind_of_arn("arn:aws:connect:eu-west-1:aws:view/form:1"), ResourceKind::view);
    EXPECT_EQ(resource_kind_of_arn("arn:aws-us-gov:lambda:eu-west-1:1:function:f"), ResourceKind::lambda);
    EXPECT_EQ(resource_kind_of_arn("arn:aws:lex:eu-west-1:1:bot-alias/B/A"), ResourceKind::lex_alias);
    EXPECT_EQ(resource_kind_of_arn("arn:aws:wisdom:eu-west-1:1:assistant/a"), ResourceKind::assistant);
    EXPECT_EQ(resource_kind_of_arn("arn:aws:cases:eu-west-1:1:domain/d/template/t"), ResourceKind::case_template);
    EXPECT_EQ(resource_kind_of_arn("arn:aws:connect:eu-west-1:1:instance/i/task-template/t"),
              ResourceKind::task_template);
}

TEST(Arn, SaysNothingOfWhatItDoesNotKnow) {
    for (const std::string_view text : {"", "arn", "arn:", "arn:aws:connect", "arn:aws:connect:r:1:instance/i", "queue",
                                        "arn:aws:s3:::bucket", "arn:aws:connect:r:1:instance/i/", "arn::::::"}) {
        EXPECT_EQ(resource_kind_of_arn(text), ResourceKind::none) << text;
    }
}

TEST(Arn, TellsWhereAResourceIs) {
    const auto queue = place_of_arn("arn:aws:connect:eu-west-1:111122223333:instance/i/queue/q");
    ASSERT_TRUE(queue);
    EXPECT_EQ(queue->service, "connect");
    EXPECT_EQ(queue->region, "eu-west-1");
    EXPECT_EQ(queue->account, "111122223333");
    EXPECT_EQ(queue->instance, "i");
    const auto view = place_of_arn("arn:aws:connect:eu-west-1:aws:view/form:1");
    ASSERT_TRUE(view);
    EXPECT_EQ(view->account, "aws");
    EXPECT_EQ(view->instance, "");
    for (const std::string_view text : {"", "arn:aws:connect:r:1", "arn:aws:connect:r:1:", "queue", "<<ARN>>"})
        EXPECT_FALSE(place_of_arn(text)) << text;
}

TEST(Arn, EndsInAnId) {
    constexpr std::string_view uuid = "0b6a4f53-8d52-4c1e-b0a7-2f6f1f3f9a11";
    const std::string instance = "arn:aws:connect:eu-west-1:1:instance/i/";
    EXPECT_EQ(id_of_arn(instance + "queue/agent/" + std::string{uuid}), uuid);
    EXPECT_EQ(id_of_arn(std::string{uuid} + ":$SAVED"), uuid);
    EXPECT_EQ(id_of_arn(instance + "queue/2222"), "2222");
    EXPECT_TRUE(is_uuid(uuid));
    EXPECT_TRUE(is_uuid("0B6A4F53-8D52-4C1E-B0A7-2F6F1F3F9A11"));
    for (const std::string_view text :
         {"", "2222", "0b6a4f53-8d52-4c1e-b0a7-2f6f1f3f9a1", "0b6a4f53-8d52-4c1e-b0a7-2f6f1f3f9a111",
          "0b6a4f538d52-4c1e-b0a7-2f6f1f3f9a111-", "0g6a4f53-8d52-4c1e-b0a7-2f6f1f3f9a11"})
        EXPECT_FALSE(is_uuid(text)) << text;
}

}  // namespace
}  // namespace flowc
