#include "forms/scalar_origin.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "syntax/read.hpp"

namespace flowc {
namespace {

/// The text of the value under `key`, as a file of its own inside the file that it stands in.
class Inside {
  public:
    Inside(std::string_view text, bool json) {
        sources_.add("other", "xyz");  // offsets that begin at zero would hide a forgotten base
        const FileId file = sources_.add("f", text);
        tree_ = json ? read_json(sources_.file(file), diagnostics_) : read_yaml(sources_.file(file), diagnostics_);
        if (tree_.roots().empty()) return;
        const Node value = tree_.node(tree_.roots().front()).find("key");
        readable = value.is_string();
        if (!readable) return;
        OriginWriter origin;
        const Wrapping wrapping = wrapping_of(value, json);
        followed = add_scalar(origin, sources_.file(file), value, wrapping);
        decoded = std::string(value.text());
        EXPECT_EQ(origin.size(), decoded.size());
        inner_ = &sources_.file(sources_.add_inside(file, decoded, std::move(origin).finish(wrapping)));
        outer_ = &sources_.file(file);
    }

    /// What is written in the outer file for a part of the decoded text.
    std::string written(std::size_t begin, std::size_t end) const {
        const std::uint32_t base = inner_->base();
        const Span inner{base + static_cast<std::uint32_t>(begin), base + static_cast<std::uint32_t>(end)};
        const Span outer = sources_.outermost(inner);
        EXPECT_GE(outer.begin, outer_->whole().begin);
        EXPECT_LE(outer.end, outer_->whole().end);
        return std::string(outer_->slice(outer));
    }
    std::string written(std::string_view part) const {
        const std::size_t begin = decoded.find(part);
        EXPECT_NE(begin, std::string::npos) << part << " in " << decoded;
        return written(begin, begin + part.size());
    }

    bool readable = false;
    bool followed = false;
    std::string decoded;

  private:
    Sources sources_;
    Diagnostics diagnostics_;
    SyntaxTree tree_;
    const SourceFile* inner_ = nullptr;
    const SourceFile* outer_ = nullptr;
};

TEST(ScalarOrigin, FollowsTheEscapesOfJson) {
    const Inside text(R"({"key": "a\"b\"\\\\n\u00e9\ud83c\udf89\/z"})", true);
    ASSERT_EQ(text.decoded, "a\"b\"\\\\n\u00e9\U0001F389/z");
    ASSERT_TRUE(text.followed);
    EXPECT_EQ(text.written("a"), "a");
    EXPECT_EQ(text.written("\"b\""), R"(\"b\")");
    EXPECT_EQ(text.written("b"), "b");
    EXPECT_EQ(text.written("n"), "n");
    EXPECT_EQ(text.written("\u00e9"), R"(\u00e9)");
    EXPECT_EQ(text.written("\U0001F389"), R"(\ud83c\udf89)");
    EXPECT_EQ(text.written("/z"), R"(\/z)");
    EXPECT_EQ(text.written("z"), "z");
}

TEST(ScalarOrigin, FollowsQuotedTextOfYamlOverLines) {
    const Inside once("key: 'it''s  one \n\n   two\n   three'", false);
    ASSERT_EQ(once.decoded, "it's  one\ntwo three");
    ASSERT_TRUE(once.followed);
    EXPECT_EQ(once.written("'s"), "''s");
    EXPECT_EQ(once.written("one"), "one");
    EXPECT_EQ(once.written("two"), "two");
    EXPECT_EQ(once.written("three"), "three");

    const Inside twice("key: \"a\\tb\\\n    \\  c\\x41\\u00e9\\U0001F389 \\\n  d\n\n\n  e\"", false);
    ASSERT_EQ(twice.decoded, "a\tb  cA\u00e9\U0001F389 d\n\ne");
    ASSERT_TRUE(twice.followed);
    EXPECT_EQ(twice.written("\t"), "\\t");
    EXPECT_EQ(twice.written("b"), "b");
    EXPECT_EQ(twice.written("c"), "c");
    EXPECT_EQ(twice.written("A"), "\\x41");
    EXPECT_EQ(twice.written("\U0001F389"), "\\U0001F389");
    EXPECT_EQ(twice.written("d"), "d");
    EXPECT_EQ(twice.written("e"), "e");
}

TEST(ScalarOrigin, FollowsPlainTextOfYamlOverLines) {
    const Inside text("key: one  1 \n  two\n\n  three # no\nnext: x", false);
    ASSERT_EQ(text.decoded, "one  1 two\nthree");
    ASSERT_TRUE(text.followed);
    EXPECT_EQ(text.written("one  1"), "one  1");
    EXPECT_EQ(text.written("two"), "two");
    EXPECT_EQ(text.written("three"), "three");
}

TEST(ScalarOrigin, FollowsBlocksOfYaml) {
    const Inside literal("key: |2+ # why\r\n\r\n     deep\r\n  flat\r\n   \r\n  end\r\n\r\n", false);
    ASSERT_EQ(literal.decoded, "\n   deep\nflat\n \nend\n\n");
    ASSERT_TRUE(literal.followed);
    EXPECT_EQ(literal.written("   deep"), "   deep");
    EXPECT_EQ(literal.written("flat"), "flat");
    EXPECT_EQ(literal.written("end"), "end");

    const Inside folded("key: >-\n\n  one\n  two\n\n\n  three\n    more\n  four\n\n  five\n\nnext: 1", false);
    ASSERT_EQ(folded.decoded, "\none two\n\nthree\n  more\nfour\nfive");
    ASSERT_TRUE(folded.followed);
    for (const char* word : {"one", "two", "three", "  more", "four", "five"}) EXPECT_EQ(folded.written(word), word);
}

/// Whatever libyaml makes of a text, each letter of it is found where it is written.
TEST(ScalarOrigin, FollowsWhateverIsRead) {
    const std::string openings[] = {
        "key: '",     "key: \"",     "key: ",        "key: |\n  ",     "key: >\n  ",         "key: |+\n   ",
        "key: >-\n ", "key: |1\n  ", "key: |1-\n  ", "key: >2-\n    ", "a:\n  key: >\n    ", "key: !x &y |\n  "};
    const std::string closings[] = {
        "'", "\"", "", "\n", "\n", "\n\n", "", "\n\n# c\nb: 1", "\n  \nb: 1", "\n\n\n", "\n\n# c\nb: 1", "\r\n"};
    const std::string pieces[] = {"a",      "bc",     " ",       "  ",      "\t",         "\n",   "\n  ",
                                  "\n    ", "\r\n  ", "\n\n",    "\n \n  ", "''",         "\\n",  "\\\"",
                                  "\\\n  ", "\\x41",  "\\u00e9", "\u00e9",  "\U0001F389", "\\\\", "\\/",
                                  "\\ ",    ",",      "#",       " #",      ": ",         "{",    "\n   x"};
    std::mt19937 random(1);
    int read = 0;
    for (int i = 0; i < 60000; ++i) {
        const std::size_t style = random() % std::size(openings);
        std::string yaml = openings[style];
        for (std::size_t n = random() % 12; n > 0; --n) yaml += pieces[random() % std::size(pieces)];
        yaml += closings[style];
        if (yaml.starts_with("a:")) yaml.erase(0, 3);
        const Inside text(yaml, false);
        if (!text.readable) continue;
        ++read;
        ASSERT_TRUE(text.followed) << yaml << "\n---\n" << text.decoded;
        for (std::size_t at = 0; at < text.decoded.size(); ++at) {
            const char letter = text.decoded[at];
            const std::string written = text.written(at, at + 1);
            if (letter >= 'a' && letter <= 'z') {
                ASSERT_EQ(written, std::string(1, letter)) << yaml;
            } else if (letter == 'A') {
                ASSERT_EQ(written, "\\x41") << yaml;
            }
        }
    }
    EXPECT_GT(read, 10000);
}

TEST(ScalarOrigin, StandsForTheWholeWhereItCannotFollow) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add("f", R"({"key": "abc"})");
    SyntaxTree tree = read_json(sources.file(file), diagnostics);
    const Node value = tree.node(tree.roots().front()).find("key");
    SyntaxBuilder(tree).set_text(value.id(), "something else");
    OriginWriter origin;
    EXPECT_FALSE(add_scalar(origin, sources.file(file), value, Wrapping::json_string));
    const FileId inner = sources.add_inside(file, value.text(), std::move(origin).finish(Wrapping::json_string));
    EXPECT_EQ(sources.slice(sources.outermost(sources.file(inner).whole())), R"("abc")");
}

}  // namespace
}  // namespace flowc
