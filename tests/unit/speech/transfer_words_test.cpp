#include "speech/transfer_words.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace flowc::speech {
namespace {

TEST(TransferWords, EveryPhraseMayPromiseATransferInWhateverLetters) {
    std::size_t phrases = 0;
    for (const Language& language : languages())
        for (const std::string_view phrase : language.transfers) {
            std::string loud(phrase);
            std::transform(loud.begin(), loud.end(), loud.begin(), [](char letter) {
                return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
            });
            EXPECT_TRUE(may_promise_transfer("Please wait, " + std::string(phrase) + ".")) << phrase;
            EXPECT_TRUE(may_promise_transfer(loud)) << loud;
            ++phrases;
        }
    EXPECT_GT(phrases, 50u);
}

TEST(TransferWords, MostTextsAreKnownToPromiseNone) {
    EXPECT_FALSE(may_promise_transfer(""));
    EXPECT_FALSE(may_promise_transfer("con"));
    EXPECT_FALSE(may_promise_transfer("Thank you for calling. Our office is closed today."));
    EXPECT_FALSE(may_promise_transfer("Press 1 for sales, press 2 for support."));
}

}  // namespace
}  // namespace flowc::speech
