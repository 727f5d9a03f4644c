#include <string>

#include "reading.hpp"

namespace flowc {
namespace {

TEST(ReadJson, GivesExactSpansForEveryNode) {
    const Reading read = from_json("  {\"a\" : [1, -2.5e3 , true],\n \"b\":{ } ,\"c\": null}\n");
    ASSERT_TRUE(read.diagnostics.items().empty()) << read.first();
    read.expect_sound();
    const Node root = read.root();
    EXPECT_EQ(read.slice(root), "{\"a\" : [1, -2.5e3 , true],\n \"b\":{ } ,\"c\": null}");
    EXPECT_EQ(read.slice(root.find_key("a")), "\"a\"");
    EXPECT_EQ(read.slice(root.find("a")), "[1, -2.5e3 , true]");
    EXPECT_EQ(read.slice(root.find("b")), "{ }");
    EXPECT_EQ(read.slice(root.find("c")), "null");
    EXPECT_EQ(root.find("c").kind(), NodeKind::null);
    std::string items;
    for (const Node item : root.find("a").items()) items += read.slice(item) + '|' + std::string(item.text()) + ' ';
    EXPECT_EQ(items, "1|1 -2.5e3|-2.5e3 true|true ");
}

TEST(ReadJson, KeepsPlainStringsInPlaceAndDecodesOthers) {
    const Reading read = from_json(R"({"pl": "é", "e\u0073c": "\"\\\/\b\f\n\r\t\u00e9\ud83c\udf89\u0000."})");
    ASSERT_TRUE(read.diagnostics.items().empty()) << read.first();
    const Node plain = read.root().find("pl");
    EXPECT_EQ(plain.text().data(), read.file().text().data() + (plain.span().begin - read.file().base()) + 1);
    EXPECT_EQ(plain.style(), Style::double_quoted);
    using namespace std::string_literals;
    EXPECT_EQ(read.root().find("esc").text(), "\"\\/\b\f\n\r\té🎉\0."s);
    EXPECT_EQ(read.slice(read.root().find_key("esc")), R"("e\u0073c")");
}

TEST(ReadJson, FindsTheEndOfAStringBeforeItsBracketWhateverStoodBeforeTheLast) {
    // Behind `x` stand six spaces, and six before the bracket ends an escaped quote.
    const Reading read =
        from_json(R"([["x"      ], ["w\"   "  ], ["v\\"      ], ["u   "      ], ["t"], [""      ], [1      ]])");
    ASSERT_TRUE(read.diagnostics.items().empty()) << read.first();
    read.expect_sound();
    std::string items;
    for (const Node list : read.root().items())
        for (const Node item : list.items()) items += read.slice(item) + '|' + std::string(item.text()) + '\n';
    EXPECT_EQ(items, "\"x\"|x\n\"w\\\"   \"|w\"   \n\"v\\\\\"|v\\\n\"u   \"|u   \n\"t\"|t\n\"\"|\n1|1\n");
}

TEST(ReadJson, ReadsScalarsAsDocuments) {
    EXPECT_EQ(from_json(" \"x\" ").root().text(), "x");
    EXPECT_EQ(from_json("12").root().kind(), NodeKind::number);
    EXPECT_EQ(from_json("\nfalse\n").root().kind(), NodeKind::boolean);
}

TEST(ReadJson, FindsKeysThatStandTwice) {
    const Reading read = from_json(R"({"a":1,"b":{"x":1,"\u0078":2},"a":3})");
    ASSERT_EQ(read.diagnostics.items().size(), 2u);
    EXPECT_EQ(read.first(), "duplicate-key 1:31 [\"a\"] key `a` stands twice; remove one of the two");
    EXPECT_EQ(read.diagnostics.items()[0].labels[0].span.begin - read.file().base(), 1u);
    EXPECT_EQ(read.file().slice(read.diagnostics.items()[1].span), "\"\\u0078\"");
    EXPECT_EQ(read.root().find("a").text(), "1") << "the tree stands";
}

TEST(ReadJson, FindsThemInLargeMappingsToo) {
    std::string text = "{";
    for (int i = 0; i < 1000; ++i) text += "\"k" + std::to_string(i) + "\":1,";
    const Reading read = from_json(text + "\"k7\":2,\"k7\":3}");
    ASSERT_EQ(read.diagnostics.items().size(), 2u);
    for (const Diagnostic& found : read.diagnostics.items()) {
        EXPECT_EQ(read.file().slice(found.labels[0].span), "\"k7\"");
        EXPECT_LT(found.labels[0].span.begin, found.span.begin);
        EXPECT_EQ(found.labels[0].span, read.root().find_key("k7").span());
    }
}

TEST(ReadJson, LimitsDepthAndSize) {
    const std::string open(max_depth, '[');
    const std::string close(max_depth, ']');
    EXPECT_EQ(from_json(open + close).first(), "");
    const Reading deep = from_json("[" + open + close + "]");
    EXPECT_EQ(deep.first(), "nesting-too-deep 1:129 [[] nested more than 128 deep");
    EXPECT_TRUE(deep.tree.empty());
    EXPECT_EQ(from_json(std::string(2000000, '[')).first(), "nesting-too-deep 1:129 [[] nested more than 128 deep");
    EXPECT_EQ(from_json(std::string(max_json_bytes, ' ') + "1").first().substr(0, 19), "file-too-large 1:1 ");
    EXPECT_EQ(from_json("1" + std::string(max_json_bytes - 1, ' ')).first(), "");
}

TEST(ReadJson, RefusesWhatIsNoText) {
    using namespace std::string_literals;
    EXPECT_EQ(from_json("{\"a\":\"\xE9t\"}").first().substr(0, 17), "invalid-utf8 1:7 ");
    EXPECT_NE(from_json("{\"a\":\"\xE9t\"}").first().find("Windows-1252"), std::string::npos);
    EXPECT_NE(from_json("\xFF\xFE{\0}\0"s).first().find("encoded as UTF-16; save it as UTF-8"), std::string::npos);
    EXPECT_NE(from_json("\0{\0}"s).first().find("UTF-16"), std::string::npos);
    EXPECT_EQ(from_json("{\"a\":\"b\0\"}"s).first().substr(0, 16), "json-syntax 1:8 ");
    EXPECT_NE(from_json("[1] \0"s).first().find("NUL"), std::string::npos);
    EXPECT_EQ(from_json("[1, \0, \xE9"s).first().substr(0, 16), "json-syntax 1:5 ") << "the first fault counts";
}

TEST(ReadJson, SkipsAByteOrderMarkWithANote) {
    const Reading read = from_json("\xEF\xBB\xBF{\"a\":1}");
    ASSERT_EQ(read.diagnostics.items().size(), 1u);
    EXPECT_EQ(read.diagnostics.items()[0].severity, Severity::note);
    EXPECT_EQ(read.slice(read.root()), "{\"a\":1}");
    EXPECT_EQ(read.root().find("a").text(), "1");
}

struct Malformed {
    std::string text;
    std::string first;
};

class MalformedJson : public testing::TestWithParam<Malformed> {};

TEST_P(MalformedJson, IsReportedWithPlaceAndCause) {
    const Reading read = from_json(GetParam().text);
    EXPECT_EQ(read.first(), "json-syntax " + GetParam().first);
    EXPECT_EQ(read.diagnostics.items().size(), 1u);
    EXPECT_TRUE(read.tree.empty());
    read.expect_sound();
}

const Malformed malformed[] = {
    {"", "1:1 [] the file is empty; a JSON value was expected"},
    {"[1,2 , ]", "1:6 [,] comma before the closing `]`; remove it"},
    {"{\"a\":1,\n}", "1:7 [,] comma before the closing `}`; remove it"},
    {"[1,[}", "1:5 [}] `}` where `]` was expected; a bracket is missing or of the wrong kind"},
    {"[1,,2]", "1:4 [,] a value is missing before the comma"},
    {"{\"a\" 1}", "1:2 [\"a\"] key `\"a\"` has no value; `:` is missing behind it"},
    {"{\"a\":}", "1:6 [}] a value is missing before `}`"},
    {"[1 2]", "1:4 [2] a comma is missing before this value"},
    {"{\"a\":1\n\"b\":2}", "2:1 [\"] a comma is missing before this value"},
    {"{'a':1}", "1:2 ['] single quotes; JSON wants double quotes"},
    {"{a:1}", "1:2 [a] key `a` without quotes; write it in double quotes"},
    {"{\"a\":1 // x\n}", "1:8 [// x] comment; JSON has none, remove it"},
    {"# x\n{}", "1:1 [# x] comment; JSON has none, remove it"},
    {"{\"a\":${b.c}}",
     "1:6 [${b.c}] `${b.c}` looks like a placeholder of a template; put it in double quotes, or fill the template "
     "first"},
    {"{\"a\":{b}}",
     "1:6 [{b}] `{b}` looks like a placeholder of a template; put it in double quotes, or fill the template first"},
    {"{\"a\":{{b}}}",
     "1:6 [{{b}}] `{{b}}` looks like a placeholder of a template; put it in double quotes, or fill the template first"},
    {"{\"a\":[1,2",
     "1:10 [] the text ends while 2 brackets are open; the file was cut short, or a closing bracket is missing"},
    {"{} {}", "1:4 [{] a second JSON value begins here; a file holds one"},
    {"{}}", "1:3 [}] `}` closes nothing; remove it"},
    {"{} x", "1:4 [x] text behind the end of the JSON value; remove it"},
    {"\"a\" \"b\\n\"", "1:5 [\"] a second JSON value begins here; a file holds one"},
    {"[True]", "1:2 [True] `True` is no JSON; write `true`, or put it in double quotes if it is a text"},
    {"[NaN]", "1:2 [NaN] JSON has no `NaN`; write `null`, or put it in double quotes"},
    {"[nulll]", "1:2 [nulll] `nulll` without quotes; put a text in double quotes"},
    {"[01]", "1:2 [01] `01` is no JSON number; leave out the leading zeros, or put it in double quotes"},
    {"[+1]", "1:2 [+1] `+1` is no JSON number; leave out the `+`"},
    {"[1.]", "1:2 [1.] `1.` is no JSON number; a digit is missing behind the point"},
    {"[.5]", "1:2 [.5] `.5` is no JSON number; write a digit before the point"},
    {"[-]", "1:2 [-] `-` is no JSON number; a digit is missing behind the `-`"},
    {"[...]", "1:2 [...] `...` stands for something left out; JSON needs all of it"},
    {"[1e+]", "1:2 [1e+] `1e+` is no JSON number; the exponent is incomplete"},
    {"[\"a\tb\"]", "1:4 [\t] tab inside a text; write `\\t`"},
    {"[\"a\nb\"]", "1:2 [\"a] the quote is not closed on its line; close it, or write `\\n` for a line break"},
    {"[\"a\\'b\"]", "1:4 [\\'] `\\'` is no escape of JSON; write `'` without a backslash"},
    {"[\"\\u12g4\"]", "1:3 [\\u] `\\u` wants four hexadecimal digits"},
    {"[\"x\\ud800y\"]", "1:4 [\\ud800] surrogate `\\ud800` stands alone; a character is half missing"},
    {"[\"x\\udc00y\"]", "1:4 [\\udc00] surrogate `\\udc00` stands alone; a character is half missing"},
    {"{\"\\ud800\\u0041\":1}", "1:3 [\\ud800] surrogate `\\ud800` stands alone; a character is half missing"},
    {"[\"abc", "1:2 [\"] this quote is not closed; the file was cut short, or a `\"` is missing"},
    {"[“a”]", "1:2 [“] typographic quotes; JSON wants straight double quotes"},
    {"{\"a\":\xC2\xA0 1}", "1:6 [\xC2\xA0] no-break space (U+00A0) between values; replace it with an ordinary space"},
    {"[\"say \"hi\" x\"]", "1:8 [hi] text goes on behind its closing quote; write `\\\"` for a quote inside a text"},
    {"<<<<<<< HEAD\n{}", "1:1 [<<<<<<<] conflict marker of a merge; resolve the conflict first"},
    {"---\na: b\n", "1:1 [---] this looks like YAML, not like JSON; name the file `.yaml`"},
    {"<html>", "1:1 [<] this looks like XML or HTML, not like JSON"},
};

INSTANTIATE_TEST_SUITE_P(All, MalformedJson, testing::ValuesIn(malformed));

TEST(ReadJson, LabelsTheBracketThatIsOpen) {
    const Reading read = from_json("{\"a\":[1,{\"b\":2],\"c\":3}");
    ASSERT_EQ(read.diagnostics.items().size(), 1u);
    ASSERT_EQ(read.diagnostics.items()[0].labels.size(), 1u);
    EXPECT_EQ(read.diagnostics.items()[0].labels[0].span.begin - read.file().base(), 8u);
}

}  // namespace
}  // namespace flowc
