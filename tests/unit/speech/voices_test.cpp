#include "speech/voices.hpp"

#include <gtest/gtest.h>

namespace flowc::speech {
namespace {

TEST(Voices, AreFoundByTheirWholeNameAlone) {
    for (const Voice& voice : voice_list().voices) {
        EXPECT_EQ(find_voice(voice.name), &voice);
        EXPECT_FALSE(voice.engines.empty()) << voice.name;
    }
    EXPECT_EQ(find_voice("joanna"), nullptr);
    EXPECT_EQ(find_voice("Joann"), nullptr);
    EXPECT_EQ(find_voice(""), nullptr);
}

}  // namespace
}  // namespace flowc::speech
