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
    EXPECT_EQ(without_confidential("`AKIAIOSFODNN7EXAMPLE` is no type"), "`AK******************` is no type");
}

}  // namespace
}  // namespace flowc
