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

}  // namespace
}  // namespace flowc
