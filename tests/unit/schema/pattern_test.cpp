#include "flowdsl/schema/pattern.hpp"

#include <gtest/gtest.h>

#include <array>
#include <regex>
#include <vector>

#include "ir/placeholder.hpp"

namespace flowc::schema::pattern {
namespace {

bool finds(const std::string& pattern, const std::string& text) { return std::regex_search(text, std::regex(pattern)); }

TEST(WholeNumber, TakesExactlyTheNumbersOfItsRange) {
    static constexpr std::array<std::pair<int, int>, 8> ranges{
        {{0, 0}, {0, 9}, {1, 20}, {0, 100}, {1, 600}, {5, 10}, {99, 1010}, {60, 2047}}};
    for (const auto& [min, max] : ranges) {
        const std::regex pattern(whole_number(min, max));
        for (int number = 0; number < 2200; ++number)
            EXPECT_EQ(std::regex_search(std::to_string(number), pattern), number >= min && number <= max)
                << number << " from " << min << " to " << max;
    }
}

TEST(WholeNumber, WithoutAnEndTakesAllFromItsBegin) {
    for (const int min : {0, 1, 7, 10, 60, 250}) {
        const std::regex pattern(whole_number(min, std::nullopt));
        for (int number = 0; number < 2200; ++number)
            EXPECT_EQ(std::regex_search(std::to_string(number), pattern), number >= min) << number << " from " << min;
    }
}

TEST(WholeNumber, IsReadAsTheRulesReadIt) {
    const std::string small = whole_number(1, 20);
    EXPECT_TRUE(finds(small, "007"));
    EXPECT_TRUE(finds(small, "7.0"));
    EXPECT_FALSE(finds(small, "7.5"));
    EXPECT_FALSE(finds(small, "+7"));
    EXPECT_FALSE(finds(small, "-7"));
    EXPECT_FALSE(finds(small, ""));
    EXPECT_TRUE(finds(whole_number(std::nullopt, 8), "-7"));
    EXPECT_TRUE(finds(whole_number(std::nullopt, std::nullopt), "-7"));
}

/// Calls `see` with every text of these letters up to a length.
template <typename See>
void each_text(std::string_view letters, std::size_t longest, const See& see) {
    std::vector<std::string> texts{""};
    for (std::size_t length = 1; length <= longest; ++length) {
        std::vector<std::string> longer;
        for (const std::string& text : texts)
            for (const char letter : letters) longer.push_back(text + letter);
        texts = std::move(longer);
        for (const std::string& text : texts) see(text);
    }
}

TEST(NameToFillIn, IsSeenAsTheRulesSeeIt) {
    const std::regex pattern(name_to_fill_in());
    each_text("AZ09_az-", 4, [&](const std::string& text) {
        EXPECT_EQ(std::regex_search(text, pattern), is_name_to_fill_in(text)) << text;
    });
}

TEST(Placeholder, IsSeenAsTheReaderSeesIt) {
    const std::regex pattern(placeholder());
    const auto see = [&](const std::string& text) {
        EXPECT_EQ(std::regex_search(text, pattern), has_placeholder(text)) << text;
    };
    each_text("<>{}$%#_Aa/", 4, see);
    for (const char* text : {"____", "_____", "__a__", "__a__b", "a<b>", "<a=b>", "50% off, 20%", "%{if x}", "#A_#",
                             "#a#", "{a.b-c}", "{a b}"})
        see(text);
}

TEST(WordsInAnyCase, AreWholeWords) {
    static constexpr std::array<std::string_view, 3> words{"True", "TRUE", "a.b"};
    const std::string pattern = words_in_any_case(words);
    EXPECT_TRUE(finds(pattern, "tRuE"));
    EXPECT_TRUE(finds(pattern, "A.B"));
    EXPECT_FALSE(finds(pattern, "axb"));
    EXPECT_FALSE(finds(pattern, "true "));
}

}  // namespace
}  // namespace flowc::schema::pattern
