#include <gtest/gtest.h>

#include <string>
#include <thread>

#include "flowc/source.hpp"
#include "source/utf8.hpp"

namespace flowc {
namespace {

Position position(std::string_view text, std::uint32_t offset) { return SourceFile("f", text, 0).position(offset); }

TEST(SourceFile, CountsLinesAtEveryKindOfLineEnd) {
    const SourceFile file("f", "a\nbc\r\nd\re", 0);
    EXPECT_EQ(file.line(1), "a");
    EXPECT_EQ(file.line(2), "bc");
    EXPECT_EQ(file.line(3), "d");
    EXPECT_EQ(file.line(4), "e");
    EXPECT_EQ(file.line(5), "");
    EXPECT_EQ(file.line(0), "");
    EXPECT_EQ(file.position(2).line, 2u);
    EXPECT_EQ(file.position(5).line, 2u) << "the \\n of \\r\\n still belongs to its line";
    EXPECT_EQ(file.position(6).line, 3u);
    EXPECT_EQ(file.position(8).line, 4u);
}

TEST(SourceFile, CountsColumnsInCodePoints) {
    const std::string_view text = "é🎉x\nü: y";
    EXPECT_EQ(position(text, 0).column, 1u);
    EXPECT_EQ(position(text, 2).column, 2u);
    EXPECT_EQ(position(text, 6).column, 3u);
    EXPECT_EQ(position(text, 8).column, 1u);
    EXPECT_EQ(position(text, 10).column, 2u);
}

TEST(SourceFile, DoesNotCountAByteOrderMark) {
    EXPECT_EQ(position("\xEF\xBB\xBFkey", 3).column, 1u);
    EXPECT_EQ(position("\xEF\xBB\xBFkey", 4).column, 2u);
}

TEST(SourceFile, ClampsOffsetsBehindTheText) {
    EXPECT_EQ(position("ab", 99).column, 3u);
    EXPECT_EQ(position("", 0).line, 1u);
    EXPECT_EQ(position("a\n", 2).line, 2u);
}

TEST(SourceFile, IsPaddedWithZeros) {
    const SourceFile file("f", "abc", 0);
    for (std::size_t i = 0; i < SourceFile::padding; ++i) EXPECT_EQ(file.text().data()[3 + i], '\0');
}

TEST(SourceFile, BuildsItsLineTableFromAnyThread) {
    const SourceFile file("f", "a\nb\nc\n", 0);
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    std::thread one([&] { first = file.position(2).line; });
    std::thread two([&] { second = file.position(4).line; });
    one.join();
    two.join();
    EXPECT_EQ(first, 2u);
    EXPECT_EQ(second, 3u);
}

TEST(Sources, OffsetsNameTheirFile) {
    Sources sources;
    const FileId one = sources.add("one", "abc");
    const FileId empty = sources.add("empty", "");
    const FileId two = sources.add("two", "de");
    EXPECT_GT(sources.file(empty).base(), sources.file(one).whole().end);
    EXPECT_GT(sources.file(two).base(), sources.file(empty).whole().end);
    EXPECT_EQ(sources.file_at(sources.file(one).whole().end), one);
    EXPECT_EQ(sources.file_at(sources.file(empty).base()), empty);
    EXPECT_EQ(sources.file_at(sources.file(two).whole().end), two);
    const std::uint32_t base = sources.file(two).base();
    EXPECT_EQ(sources.slice({base, base + 1}), "d");
    EXPECT_EQ(sources.slice({base, base + 9}), "de");
    EXPECT_EQ(sources.file(two).position(base + 1).column, 2u);
}

TEST(Utf8, FindsTheFirstBadByte) {
    EXPECT_EQ(utf8::first_invalid("aé🎉"), std::string_view::npos);
    EXPECT_EQ(utf8::first_invalid("ab\xE9z"), 2u);
    EXPECT_EQ(utf8::first_invalid("\xC0\x80"), 0u) << "overlong";
    EXPECT_EQ(utf8::first_invalid("x\xED\xA0\x80"), 1u) << "surrogate";
    EXPECT_EQ(utf8::first_invalid("x\xF4\x90\x80\x80"), 1u) << "past U+10FFFF";
    EXPECT_EQ(utf8::first_invalid("\xE2\x82"), 0u) << "cut short";
}

TEST(Utf8, EncodesWhatItDecodes) {
    for (const char32_t code : {U'a', U'é', U'€', U'🎉', char32_t{0x7FF}, char32_t{0x800}, char32_t{0x10FFFF}}) {
        char bytes[4];
        const std::string_view text{bytes, static_cast<std::size_t>(utf8::encode(code, bytes) - bytes)};
        const utf8::Decoded back = utf8::decode(text);
        EXPECT_TRUE(back.valid);
        EXPECT_EQ(back.value, code);
        EXPECT_EQ(back.size, text.size());
    }
}

TEST(Utf8, MapsCodePointsToBytesAcrossBlocks) {
    std::string text;
    for (int i = 0; i < 700; ++i) text += i % 3 == 0 ? "🎉" : i % 3 == 1 ? "é" : "a";
    const utf8::CodePoints points(text);
    std::size_t byte = 0;
    for (std::size_t index = 0; index < 700; ++index) {
        ASSERT_EQ(points.byte_of(index), byte);
        ASSERT_EQ(points.before(byte), index);
        byte += utf8::decode(std::string_view(text).substr(byte)).size;
    }
    EXPECT_EQ(points.byte_of(700), text.size());
    EXPECT_EQ(points.byte_of(9999), text.size());
    EXPECT_EQ(points.before(text.size()), 700u);
}

/// `say: "a\u00e9\"b"`: the text `aé"b` in a string that writes two of its characters as escapes.
TEST(Sources, FindsATextInsideAnotherWhereItStandsOutside) {
    Sources sources;
    sources.add("before", "xyz");
    const FileId outer = sources.add("outer.json", R"({"t": "a\u00e9\"b"})");
    const std::uint32_t base = sources.file(outer).base();
    const FileId inner =
        sources.add_inside(outer, "a\xC3\xA9\"b",
                           {{{0, base + 7}, {3, base + 14}, {4, base + 16}, {5, base + 17}}, Wrapping::json_string});
    const std::uint32_t begin = sources.file(inner).base();
    const auto outside = [&](std::uint32_t from, std::uint32_t to) {
        const Span span = sources.outermost({begin + from, begin + to});
        return std::string(sources.file(outer).slice(span));
    };
    EXPECT_EQ(outside(0, 1), "a");
    EXPECT_EQ(outside(1, 3), R"(\u00e9)");
    EXPECT_EQ(outside(0, 3), R"(a\u00e9)");
    EXPECT_EQ(outside(3, 4), R"(\")");
    EXPECT_EQ(outside(3, 5), R"(\"b)");
    EXPECT_EQ(outside(0, 5), R"(a\u00e9\"b)");
    EXPECT_EQ(outside(4, 4), "");
    EXPECT_EQ(sources.outermost({begin + 4, begin + 4}).begin, base + 16);
    EXPECT_EQ(sources.file_of(sources.outermost({begin, begin})).name(), "outer.json");
    EXPECT_EQ(sources.outermost({base, base + 1}), (Span{base, base + 1})) << "what is outside stays where it is";
}

/// Two parts of a file as one text: what lies between them belongs to neither.
TEST(Sources, LeavesOutWhatAPieceWithoutBytesSkips) {
    Sources sources;
    const FileId file = sources.add("f", "ab----cd");
    const FileId inner = sources.add_inside(file, "abcd", {{{0, 0}, {2, 2}, {2, 6}, {4, 8}}, Wrapping::verbatim});
    const std::uint32_t begin = sources.file(inner).base();
    EXPECT_EQ(sources.outermost({begin, begin + 2}), (Span{0, 2}));
    EXPECT_EQ(sources.outermost({begin + 2, begin + 4}), (Span{6, 8}));
    EXPECT_EQ(sources.outermost({begin + 1, begin + 3}), (Span{1, 7}));
    EXPECT_EQ(sources.outermost({begin + 4, begin + 4}), (Span{8, 8})) << "the end of the text";
}

TEST(Sources, GoesThroughTextsInsideTextsInsideFiles) {
    Sources sources;
    const FileId file = sources.add("f", "<<abc>>");
    const FileId middle = sources.add_inside(file, "<abc>", {{{0, 1}, {5, 6}}, Wrapping::verbatim});
    const std::uint32_t base = sources.file(middle).base();
    const FileId inner = sources.add_inside(middle, "abc", {{{0, base + 1}, {3, base + 4}}, Wrapping::verbatim});
    const std::uint32_t begin = sources.file(inner).base();
    EXPECT_EQ(sources.slice(sources.outermost({begin + 1, begin + 3})), "bc");
    EXPECT_EQ(sources.outermost({begin, begin + 1}), (Span{2, 3}));
}

}  // namespace
}  // namespace flowc
