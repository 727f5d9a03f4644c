#include <random>
#include <string>

#include "reading.hpp"
#include "syntax/comments.hpp"

namespace flowc {
namespace {

/// Flips, removes, doubles and inserts bytes of `text`.
std::string damage(std::string text, std::mt19937& random) {
    const std::string signs = "{}[],:\"'\\#&*!|>%@`-? \t\n\r0a.\x01\x7f\xc3\xa9\xf0\xff";
    for (std::size_t n = 1 + random() % 4; n > 0 && !text.empty(); --n) {
        const std::size_t at = random() % text.size();
        switch (random() % 5) {
            case 0: text[at] = static_cast<char>(random() & 0xFFu); break;
            case 1: text[at] = signs[random() % signs.size()]; break;
            case 2: text.erase(at, 1 + random() % 8); break;
            case 3: text.insert(at, 1, signs[random() % signs.size()]); break;
            default: text.insert(at, text.substr(random() % text.size(), random() % 20)); break;
        }
    }
    return text;
}

TEST(Hostile, DamagedYamlIsReadOrReported) {
    const std::string samples[] = {
        "%YAML 1.1\n--- # flowc: allow x\nflow: main\nsteps:\n- say: \"héllo \\n {name}\"\n- menu: {prompt: 'it''s', "
        "1: go, l: [a: b, c]}\n"
        "  empty:\n  nul: ~   # c\n- text: |+  # c\n    one\n\n    two\n\n- fold: >-\n    a\n    b\n",
        "- &anc\n  k: *ali\n- !t {a: !!str , b: &q}\n- cut me #1\n-\n- - 🎉 x: y\n---\n&m\n&k key: v\n? [c, d]\n: - "
        "e\n...\n",
        "a:\r\n  - b\r\n  - 'c\r\n    d'\r\ne: \"\\u00e9\\x41\"\r\n",
    };
    std::mt19937 random(3);
    for (int i = 0; i < 30000; ++i) {
        const std::string text = damage(samples[random() % std::size(samples)], random);
        const Reading read = from_yaml(text);
        read.expect_sound();
        for (const Span cut : cut_texts(read.file(), read.tree)) EXPECT_EQ(read.file().slice(cut).front(), '#');
        for (const Span directive : read.tree.directives()) EXPECT_EQ(read.file().slice(directive).front(), '#');
        ASSERT_FALSE(testing::Test::HasFailure()) << text;
    }
}

TEST(Hostile, DamagedJsonIsReadOrReported) {
    const std::string sample =
        "\xEF\xBB\xBF{\"Version\":\"2019-10-30\",\"a\":{\"x\":[1,2,{\"é\":\"\\u00e9\\n\"}],\"b\":null},\"c\":[[],{},"
        "true,-0.5e1]}";
    std::mt19937 random(4);
    for (int i = 0; i < 30000; ++i) {
        const std::string text = damage(sample, random);
        const Reading read = from_json(text);
        read.expect_sound();
        EXPECT_TRUE(!read.tree.empty() || read.diagnostics.has_errors());
        ASSERT_FALSE(testing::Test::HasFailure()) << text;
    }
}

std::string repeat(std::string_view piece, std::size_t bytes) {
    std::string text;
    while (text.size() + piece.size() <= bytes) text += piece;
    return text;
}

/// Texts on which a careless reader is quadratic: the whole suite would not end if one were.
TEST(Hostile, LargeYamlEndsSoon) {
    const std::size_t size = max_yaml_bytes - 64;
    for (const std::string_view piece :
         {"[",       "{",          "- ",          "? ",    ": ",  "[\n",    "-\n", "?\n", "a: b\n",
          "- a #\n", "%TAG ! b\n", "%YAML 1.1\n", "---\n", "&a ", "!a ",    "*a ", "\t",  " ",
          "'",       "\"",         "a#",          "[{},",  "é\n", "a: |\n", "\r",  "\\"}) {
        const Reading read = from_yaml(repeat(piece, size));
        read.expect_sound();
        EXPECT_LE(read.diagnostics.items().size(), 100u) << piece;
    }
    from_yaml(repeat("[", 127) + repeat("a,", size / 2)).expect_sound();
    from_yaml(repeat("- a\n", size) + "#").expect_sound();
    from_yaml("a: |\n" + repeat(" \n", size)).expect_sound();
    from_yaml("\"\n" + repeat("%a\n", size) + "\"").expect_sound();
    from_yaml(repeat("k", size) + ": v").expect_sound();
}

TEST(Hostile, LargeJsonEndsSoon) {
    const std::size_t size = max_json_bytes / 4;
    for (const std::string_view piece : {"[", "{\"a\":", "[[],", "\"", "1,", " ", "x", "\\", "//\n", "é"}) {
        const Reading read = from_json(repeat(piece, size));
        read.expect_sound();
        EXPECT_TRUE(read.diagnostics.has_errors()) << piece;
    }
    const Reading twice = from_json("{" + repeat("\"a\":1,", size) + "\"a\":1}");
    EXPECT_EQ(twice.diagnostics.items().size(), 100u);
    EXPECT_EQ(from_json(repeat("[", 100) + repeat(" ", size) + repeat("]", 100)).first(), "");
}

}  // namespace
}  // namespace flowc
