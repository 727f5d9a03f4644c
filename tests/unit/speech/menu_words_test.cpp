#include "speech/menu_words.hpp"

#include <gtest/gtest.h>

#include <string>

#include "speech/tokens.hpp"

namespace flowc::speech {
namespace {

std::vector<const Language*> all() {
    std::vector<const Language*> found;
    for (const Language& language : languages()) found.push_back(&language);
    return found;
}

MenuWords words_of(std::string_view text, std::span<const Language* const> heard) {
    Listener listener(text);
    return read_menu_words(listener, heard);
}

/// The keys that a text promises, in order.
std::string promised(std::string_view text) {
    std::string keys;
    for (const Promise& promise : words_of(text, all()).promised) keys += promise.key;
    return keys;
}

std::string mentioned(std::string_view text) {
    std::string keys;
    const MenuWords menu = words_of(text, {});
    for (const char key : telephone_keys)
        if (menu.mentioned.has(key)) keys += key;
    return keys;
}

TEST(MenuWords, PromisesAreReadInEveryOrderOfWords) {
    EXPECT_EQ(promised("Press 1 for sales, press two for support."), "12");
    EXPECT_EQ(promised("For sales, press one; for support press the number 2."), "12");
    EXPECT_EQ(promised("Press 1 for English, 2 for Spanish, 3 for Korean, press 4 for French"), "1234");
    EXPECT_EQ(promised("Press 1, 2 or 3."), "123");
    EXPECT_EQ(promised("Press 1-4 or star. Or press or say nine."), "1234*9");
    EXPECT_EQ(promised("Press one through three, or the pound key"), "123#");
    EXPECT_EQ(promised("To hear this again, press #. Select * to end."), "#*");
    EXPECT_EQ(promised("Press 1 sales, 2 support."), "12");
    EXPECT_EQ(promised("Press 1 for sales, 2 support, 3 billing or 4 an operator."), "1234");
}

TEST(MenuWords, EachLanguageHasItsOwn) {
    EXPECT_EQ(promised("Para ventas, oprima el número uno. Para soporte, marque 2, o presione asterisco."), "12*");
    EXPECT_EQ(promised("Pour les ventes, tapez 1. Appuyez sur la touche dièse, ou faites le 2."), "1#2");
    EXPECT_EQ(
        promised("Für den Verkauf die Eins drücken, für die Technik drücken Sie bitte die 2 oder die Rautetaste."),
        "12#");
    EXPECT_EQ(promised("請求は1を、技術サポートは２番を、その他はシャープを押してください。"), "12#");
    EXPECT_EQ(promised("0から3の数字を押してください。"), "0123");
    EXPECT_EQ(promised("日本語は1を押してください。For English, press 2."), "12");
    EXPECT_EQ(promised("担当者とお話しになりたい方は0を、それ以外は1を。"), "01");
}

TEST(MenuWords, WhatIsNoKeyIsNotPromised) {
    EXPECT_EQ(promised("Press one of the keys, or enter 4 digits, or dial 1-800-555-0100."), "");
    EXPECT_EQ(promised("We open at 9. Our 2 offices, 5 of us, are here from 8 to 4."), "");
    EXPECT_EQ(promised("Press 24, press 01011990, select option1 or enter the 1st letter."), "");
    EXPECT_EQ(promised("Appuyez sur un bouton. Drücken Sie 3 mal. Marque uno de los números."), "");
    EXPECT_EQ(promised("Für Tarif 1 drücken Sie 2."), "2");
    EXPECT_EQ(promised("Press $.External.key1 now."), "");
    EXPECT_EQ(promised("Press 1 for our address, 2 Main Street."), "1");
    EXPECT_EQ(promised("Press 1 for prices, 2 euros a piece, 4 euros for 3."), "1");
    EXPECT_EQ(promised("Press 1 for opening hours, 2 hours before noon."), "1");
    EXPECT_EQ(promised("Previously you could press 3 for billing. Now press 1."), "1");
    EXPECT_EQ(promised("5を超える方は、そのままお待ちください。"), "");
    EXPECT_EQ(promised(""), "");
}

TEST(MenuWords, MarkupSaysNothingByItself) {
    EXPECT_EQ(promised("<speak>Press <emphasis level=\"1\">2</emphasis><break time=\"3s\"/> now</speak>"), "2");
    EXPECT_FALSE(says_something("<speak><break time=\"1s\"/> </speak>"));
    EXPECT_FALSE(says_something(" \n."));
    EXPECT_TRUE(says_something("$.External.words"));
    EXPECT_TRUE(says_something("あ"));
    EXPECT_EQ(promised("a < b, press 1"), "1");
}

TEST(MenuWords, APromiseForTheRestIsTold) {
    const MenuWords menu = words_of("For sales, press 1. For all other questions, press 2. Press 3 now.", all());
    ASSERT_EQ(menu.promised.size(), 3u);
    EXPECT_FALSE(menu.promised[0].rest);
    EXPECT_TRUE(menu.promised[1].rest);
    EXPECT_FALSE(menu.promised[2].rest);
}

TEST(MenuWords, APromiseStandsWhereItsKeyStands) {
    const std::string text = "Über: drücken Sie die Eins.";
    const MenuWords menu = words_of(text, all());
    ASSERT_EQ(menu.promised.size(), 1u);
    EXPECT_EQ(text.substr(menu.promised[0].begin, menu.promised[0].end - menu.promised[0].begin), "Eins");
}

TEST(MenuWords, WhateverNamesAKeyMentionsIt) {
    EXPECT_EQ(mentioned("a key between 2 and 4, or siete, or étoile"), "2347*");
    EXPECT_EQ(mentioned("1から3"), "123");
    EXPECT_TRUE(words_of("or press any other key", {}).any_key);
    EXPECT_TRUE(words_of("appuyez sur n'importe quelle touche", {}).any_key);
    EXPECT_FALSE(words_of("press a key", {}).any_key);
}

TEST(MenuWords, NoTextCostsMoreThanItsLength) {
    std::string hostile;
    for (int i = 0; i < 40000; ++i) hostile += "press 1, <a 2 or ";
    EXPECT_FALSE(words_of(hostile, all()).promised.empty());
}

}  // namespace
}  // namespace flowc::speech
