#include "fixes/json_edit.hpp"

#include "fixes/edited_text.hpp"
#include "tests/unit/syntax/reading.hpp"

namespace flowc {
namespace {

/// A JSON text and what one edit of it makes.
struct Text : Reading {
    explicit Text(std::string_view json) : Reading(read_json, json) {}

    std::string after(const Edit& edit) const { return fixes::edited(file().text(), {edit}, file().base()); }
    std::string without(std::string_view key) const { return after(fixes::remove(root(), root().find_key(key))); }
    std::string without(std::size_t item) const {
        for (const Node one : root().items())
            if (item-- == 0) return after(fixes::remove(root(), one));
        return "no such item";
    }
};

TEST(JsonEdit, TakesTheCommaAlongThatIsNeededNoMore) {
    EXPECT_EQ(Text(R"([1, 2, 3])").without(0), "[2, 3]");
    EXPECT_EQ(Text(R"([1, 2, 3])").without(1), "[1, 3]");
    EXPECT_EQ(Text(R"([1, 2, 3])").without(2), "[1, 2]");
    EXPECT_EQ(Text("[\n  1\n]").without(0), "[]");
    EXPECT_EQ(Text("{\n  \"a\": {},\n  \"b\": 2\n}").without("a"), "{\n  \"b\": 2\n}");
    EXPECT_EQ(Text("{\n  \"a\": {},\n  \"b\": 2\n}").without("b"), "{\n  \"a\": {}\n}");
    EXPECT_EQ(Text(R"({"a":1})").without("a"), "{}");
}

TEST(JsonEdit, PutsEntriesInAsTheirNeighboursAreWritten) {
    const Text pretty("{\r\n\t\"a\" : 1,\r\n\t\"b\" : 2\r\n}");
    EXPECT_EQ(pretty.after(fixes::insert_first(pretty.file(), pretty.root(), "n", "0")),
              "{\r\n\t\"n\" : 0,\r\n\t\"a\" : 1,\r\n\t\"b\" : 2\r\n}");
    EXPECT_EQ(pretty.after(fixes::insert_behind(pretty.file(), pretty.root(), pretty.root().find_key("a"), "n", "0")),
              "{\r\n\t\"a\" : 1,\r\n\t\"n\" : 0,\r\n\t\"b\" : 2\r\n}");
    EXPECT_EQ(pretty.after(fixes::append(pretty.file(), pretty.root(), "n", "0")),
              "{\r\n\t\"a\" : 1,\r\n\t\"b\" : 2,\r\n\t\"n\" : 0\r\n}");
    const Text minified(R"({"a":1})");
    EXPECT_EQ(minified.after(fixes::append(minified.file(), minified.root(), "n", "0")), R"({"a":1,"n":0})");
    const Text single("{\n  \"a\": 1\n}");
    EXPECT_EQ(single.after(fixes::insert_first(single.file(), single.root(), "n", "0")),
              "{\n  \"n\": 0,\n  \"a\": 1\n}");
    const Text empty("{ }");
    EXPECT_EQ(empty.after(fixes::append(empty.file(), empty.root(), "n", "0")), R"({"n": 0})");
}

TEST(JsonEdit, PutsItemsInAsTheirNeighboursAreWritten) {
    const Text pretty("[\n  1,\n  2\n]");
    EXPECT_EQ(pretty.after(fixes::append(pretty.file(), pretty.root(), "3")), "[\n  1,\n  2,\n  3\n]");
    const Text empty("[]");
    EXPECT_EQ(empty.after(fixes::append(empty.file(), empty.root(), "3")), "[3]");
}

TEST(JsonEdit, EscapesWhatAStringCannotHold) {
    EXPECT_EQ(fixes::json_string("a\"\\\n\x01ü"), "\"a\\\"\\\\\\n\\u0001ü\"");
}

TEST(EditedText, RemembersWhatOfItIsAsItWas) {
    fixes::EditedText text("one two three");
    text.apply({{{104, 107}, "2"}, {{100, 100}, "<"}}, 100);
    EXPECT_EQ(text.text(), "<one 2 three");
    text.apply({{{4, 6}, ""}, {{12, 12}, ">"}}, 0);  // across an edit of before
    EXPECT_EQ(text.text(), "<one three>");
    const std::vector<fixes::Change> changes = text.changes();
    ASSERT_EQ(changes.size(), 3u);
    EXPECT_EQ(changes[0].text, "<");
    EXPECT_EQ(changes[1].begin, 3u);
    EXPECT_EQ(changes[1].end, 7u);
    EXPECT_EQ(changes[1].text, "");
    EXPECT_EQ(changes[2].text, ">");
}

}  // namespace
}  // namespace flowc
