#include "diagnostics/credentials.hpp"

#include <gtest/gtest.h>

namespace flowc {
namespace {

std::string hidden(std::string text) {
    for (const Passage& part : confidential_passages(text))
        for (std::size_t at = part.begin; at < part.end; ++at) text[at] = '*';
    return text;
}

TEST(Credentials, AreHiddenAsFarAsTheyReach) {
    EXPECT_EQ(hidden("a AKIAIOSFODNN7EXAMPLE."), "a ********************.");
    EXPECT_EQ(hidden("xoxb-0123456789abcdef, b"), "*********************, b");
    EXPECT_EQ(hidden("\"Bearer abcdefghij0123456789\", b"), "\"***************************\", b");
    EXPECT_EQ(hidden("-----BEGIN PRIVATE KEY-----\\nMIIE-----END PRIVATE KEY-----"),
              "*********************************-----END PRIVATE KEY-----");
}

TEST(Credentials, AreFoundBehindWhateverIsNoPartOfThem) {
    for (const char* const before :
         {"", "https://example.com/?key=", "https://example.com/", "v1.", "x-", "x_", "\\n", "key%3D"})
        for (const char* const key : {"AKIAIOSFODNN7EXAMPLE", "ghp_abcdefghijklmnopqrstuvwxyz0123456789"})
            EXPECT_EQ(hidden(std::string(before) + key + "&x"),
                      before + std::string(std::string_view(key).size(), '*') + "&x");
    for (const char* const text : {"XAKIAIOSFODNN7EXAMPLE", "highp_abcdefghijklmnopqrstuvwxyz0123456789"})
        EXPECT_EQ(hidden(text), text);
}

TEST(Credentials, TheKeysOfOtherIssuersAreKnown) {
    const std::string name(22, '1');
    const std::string secret(43, 'b');
    for (const std::string& key : {"SG." + name + "." + secret, "AIza" + std::string(35, 'c'), "sk-proj-" + secret,
                                   std::string("eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZTEifQ.")})
        EXPECT_EQ(hidden("(" + key + ")"), "(" + std::string(key.size(), '*') + ")") << key;
    for (const std::string& text : {"SG." + name, "SG." + name + "." + name, std::string("AIza"), "AIza" + secret,
                                    "task-proj-" + secret, std::string("eyJhbGciOiJub25lIn0"), std::string("eyJ.eyJ.")})
        EXPECT_EQ(hidden(text), text);
}

TEST(Credentials, ANumberThatNobodyHasIsShown) {
    EXPECT_EQ(hidden("such as `+15550100`, not `+12125550100`"), "such as `+15550100`, not `************`");
}

TEST(Credentials, PasswordsInAddressesAreHidden) {
    EXPECT_EQ(hidden("see https://reader:open-sesame@example.com/list"),
              "see https://reader:***********@example.com/list");
    EXPECT_EQ(hidden("\\\"https://:open@example.com\\\""), "\\\"https://:****@example.com\\\"");
    for (const char* const text :
         {"https://example.com/@reader:2024", "https://example.com:8080", "https://reader@example.com",
          "https://${user}:${word}@example.com", "https://$.Attributes.a:b@example.com"})
        EXPECT_EQ(hidden(text), text);
}

TEST(Credentials, WhatStandsBehindTheNameOfOneIsHidden) {
    EXPECT_EQ(hidden("the password is Summer2024."), "the password is ***********");
    EXPECT_EQ(hidden("user=me&DB_PASSWD=Summer2024&x=1"), "user=me&DB_PASSWD=**********&x=1");
    EXPECT_EQ(hidden("API key: 0a1b2c3d4e"), "API key: **********");
    EXPECT_EQ(hidden("a.csv?X-Amz-Signature=0a1b2c3d4e5f&x=1"), "a.csv?X-Amz-Signature=************&x=1");
    EXPECT_EQ(hidden("{\\\"auth_token\\\": \\\"Summer2024\\\"}"), "{\\\"auth_token\\\": \\\"**********\\\"}");
    for (const char* const text :
         {"your password is incorrect", "the password is 12345678", "your password: 8 to 12 characters",
          "password=$.Attributes.p4ssword", "reset your password: https://example.com/reset/2024",
          "secret: arn:aws:secretsmanager:us-east-1:111122223333:secret:a", "password={{resolve:ssm:p4ssword}}",
          "arn:aws:secretsmanager:us-east-1:111122223333:secret:crm-login-Ab12Cd", "the password reset is Option12",
          "the pass is Summer2024"})
        EXPECT_EQ(hidden(text), text);
}

TEST(Credentials, PhoneNumbersAreHiddenInGroupsToo) {
    EXPECT_EQ(hidden("call +12125550100."), "call ************.");
    EXPECT_EQ(hidden("call +1 (212) 555-0100 now"), "call ***************** now");
}

TEST(Credentials, OtherTextsAreShown) {
    for (const char* const text :
         {"", "+", "+12", "1+12345678x", "2 + 3", "AKIA", "Bearer of news", "-----BEGIN", "+1234567890123456"})
        EXPECT_EQ(hidden(text), text);
}

TEST(Credentials, OfAMessageTwoCharactersAreLeft) {
    EXPECT_EQ(without_confidential("`https://a:b@c` is no ARN"), "`https://a:b@c` is no ARN");
    EXPECT_EQ(without_confidential("`AKIAIOSFODNN7EXAMPLE` is no type"), "`AK******************` is no type");
}

}  // namespace
}  // namespace flowc
