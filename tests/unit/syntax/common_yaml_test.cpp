#include "syntax/common_yaml.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "tests/promises/promises.hpp"

namespace flowc {
namespace {

bool is_read_without_libyaml(std::string_view text) {
    SyntaxTree tree;
    return read_common_yaml(text, 0, tree);
}

const std::string as_people_write =
    "# A flow\n"
    "flow: Main line  # its name\n"
    "'on error': hangup\n"
    "\"a \\\"b\\\"\" : it's {x}, #1 of - many: or [few]\n"
    "nothing:\n"
    "start:\n"
    "- say: Grüß Gott, 日本 🎉\n"
    "- menu: {prompt: \"a, b\", 'it''s': [1, two, x], empty: []}\n"
    "- - a\n"
    "  -   b: c\n"
    "      d:\n"
    "      - e\n"
    "-\n"
    "  f: g\n"
    "blocks:\n"
    "  text: |\n"
    "    one\n"
    "\n"
    "      two\n"
    "  folded: >-\n"
    "    a\n"
    "    b\n"
    "\n"
    "    c\n"
    "  list: [one,  # c\n"
    "    {two: 2,\n"
    "     three: [3]},\n"
    "  ]\n"
    "---\n"
    "- -1\n";

TEST(CommonYaml, IsReadWithoutLibyaml) {
    EXPECT_TRUE(is_read_without_libyaml(as_people_write));
    EXPECT_EQ(promises::reading_yaml(as_people_write), "");
}

TEST(CommonYaml, LeavesRareFormsAndFaultsToLibyaml) {
    for (const std::string_view text : {"",
                                        "# c\n",
                                        "word\n",
                                        "a: b\n  c\n",
                                        "a: b: c\n",
                                        "a:\tb\n",
                                        "a: b\r\n",
                                        "a: &x b\n",
                                        "a: *x\n",
                                        "a: !t b\n",
                                        "? a\n: b\n",
                                        "a: \"b\n  c\"\n",
                                        "a: \"\\x41\"\n",
                                        "a: 'b\n  c'\n",
                                        "a: |2\n   b\n",
                                        "a: |+\n  b\n\n",
                                        "a: [b: c]\n",
                                        "a: {b}\n",
                                        "a: {b: }\n",
                                        "[a]: b\n",
                                        "a: [b\n",
                                        "a: [b]c\n",
                                        "a: b\n...\n",
                                        "%YAML 1.1\n---\na: b\n",
                                        "---\n---\na: b\n",
                                        "--- a\n",
                                        "a: b\n- c\n",
                                        "- a\nb: c\n",
                                        " a: b\nc: d\n",
                                        "a: b\n c: d\n",
                                        "a: @b\n",
                                        "a: \x01\n",
                                        "a: \xC2\x85\n",
                                        "a: \xEF\xBB\xBF\n"})
        EXPECT_FALSE(is_read_without_libyaml(text)) << text;
}

/// Whatever becomes of a text, libyaml reads the same in it or it is left to libyaml.
TEST(CommonYaml, IsReadAsLibyamlReadsIt) {
    std::mt19937 random(7);
    const std::string signs = "{}[],:\"'\\#&*!|>%@`-? \n\t0a.";
    std::size_t common = 0;
    for (int i = 0; i < 4000; ++i) {
        std::string text = as_people_write;
        for (std::size_t n = 1 + random() % 3; n > 0; --n) {
            const std::size_t at = random() % text.size();
            switch (random() % 3) {
                case 0: text[at] = signs[random() % signs.size()]; break;
                case 1: text.erase(at, 1 + random() % 8); break;
                default: text.insert(at, text.substr(random() % text.size(), random() % 20)); break;
            }
        }
        ASSERT_EQ(promises::reading_yaml(text), "") << text;
        common += is_read_without_libyaml(text) ? 1 : 0;
    }
    EXPECT_GT(common, 400u);
}

/// The same of texts that are put together from pieces of YAML.
TEST(CommonYaml, IsReadAsLibyamlReadsItHoweverItIsPutTogether) {
    constexpr std::string_view pieces[] = {
        "a",   "b c",  "-",    "- ",  "- - ",  ": ",      ":",  "\n", "\n",  "\n  ", "\n  ", "\n    ",  "\n ",
        "a: ", "b: c", "key:", "'q'", "\"d\"", "''",      "[",  "]",  "{",   "}",    ", ",   ",",       " #c",
        "#",   "|\n",  ">-\n", "|-",  "---\n", "\n---\n", "x?", "?",  "a:b", "-1",   "\\",   "\"\\n\"", "  "};
    std::mt19937 random(11);
    std::size_t common = 0;
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (std::size_t n = 1 + random() % 12; n > 0; --n) text += pieces[random() % std::size(pieces)];
        ASSERT_EQ(promises::reading_yaml(text), "") << text;
        common += is_read_without_libyaml(text) ? 1 : 0;
    }
    EXPECT_GT(common, 200u);
}

}  // namespace
}  // namespace flowc
