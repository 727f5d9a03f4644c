#include "forms/written_text.hpp"

#include <gtest/gtest.h>

namespace flowc {
namespace {

/// What the author wrote for a part of the compiled text.
std::string written(std::string_view compiled, std::string_view raw, std::string_view part) {
    const WrittenText text(compiled, raw);
    const std::size_t begin = compiled.find(part);
    EXPECT_NE(begin, std::string_view::npos) << part << " in " << compiled;
    const std::uint32_t first = text.begin_of(static_cast<std::uint32_t>(begin));
    const std::uint32_t last = text.end_of(static_cast<std::uint32_t>(begin + part.size()));
    return text.text().substr(first, last - first);
}

TEST(WrittenText, PutsWordsWhereReferencesAre) {
    const std::string_view compiled = "Hello $.Attributes.Name, $.External.x waits";
    const std::string_view raw = "\"Hello {Name}, {x} waits\"";
    EXPECT_EQ(WrittenText(compiled, raw).text(), "Hello {Name}, {x} waits");
    EXPECT_EQ(written(compiled, raw, "$.Attributes.Name"), "{Name}");
    EXPECT_EQ(written(compiled, raw, "$.External.x"), "{x}");
    EXPECT_EQ(written(compiled, raw, "External"), "{x}");
    EXPECT_EQ(written(compiled, raw, "Hello"), "Hello");
    EXPECT_EQ(written(compiled, raw, "waits"), "waits");
    EXPECT_EQ(written(compiled, raw, compiled), "Hello {Name}, {x} waits");
}

TEST(WrittenText, DoublesBraces) {
    const std::string_view compiled = "{a} $.Queue.Name } $.Attributes.b";
    const std::string_view raw = "{{a}} $.Queue.Name } {b}";
    EXPECT_EQ(WrittenText(compiled, raw).text(), raw);
    EXPECT_EQ(written(compiled, raw, "$.Queue.Name"), "$.Queue.Name");
    EXPECT_EQ(written(compiled, raw, "$.Attributes.b"), "{b}");
}

TEST(WrittenText, IsEmptyWhereTheTwoDoNotGoTogether) {
    EXPECT_EQ(WrittenText("$.External.x", "x").text(), "");
    EXPECT_EQ(WrittenText("Hello $.External.x", "Hello {x} and {y}").text(), "");
    EXPECT_EQ(WrittenText("$.External.x and $.External.y", "{x}").text(), "");
    EXPECT_EQ(WrittenText("$.External.x", "{x").text(), "");
    EXPECT_EQ(WrittenText("{ $.External.x", "{x} {").text(), "");
}

}  // namespace
}  // namespace flowc
