#include <string>
#include <vector>

#include "reading.hpp"
#include "syntax/comments.hpp"

namespace flowc {
namespace {

std::string slices(const Reading& read, const std::vector<Span>& spans) {
    std::string out;
    for (const Span span : spans) out += std::string(read.file().slice(span)) + '|';
    return out;
}

TEST(ReadYaml, EveryScalarIsTheTextThatWasWritten) {
    const Reading read = from_yaml("on: no\n0: 08\nNull: ~\nf: 1.50\nempty:\n");
    ASSERT_TRUE(read.diagnostics.items().empty()) << read.first();
    const Node root = read.root();
    EXPECT_EQ(root.find("on").text(), "no");
    EXPECT_EQ(root.find("0").text(), "08");
    EXPECT_EQ(root.find("Null").text(), "~");
    EXPECT_EQ(root.find("f").text(), "1.50");
    EXPECT_EQ(root.find("f").kind(), NodeKind::string);
    EXPECT_EQ(root.find("empty").kind(), NodeKind::string);
    EXPECT_TRUE(root.find("empty").span().empty());
}

TEST(ReadYaml, SpansScalarsAsWritten) {
    const Reading read =
        from_yaml("a: \"é\\n\"  # c\nb: 'it''s'\nc: two\n  lines\nd: |2-\n    x\n\n   y\n\n\ne: >+\n z\n\n");
    ASSERT_TRUE(read.diagnostics.items().empty()) << read.first();
    read.expect_sound();
    const Node root = read.root();
    EXPECT_EQ(read.slice(root.find("a")), "\"é\\n\"");
    EXPECT_EQ(root.find("a").text(), "é\n");
    EXPECT_EQ(root.find("a").style(), Style::double_quoted);
    EXPECT_EQ(read.slice(root.find("b")), "'it''s'");
    EXPECT_EQ(root.find("b").text(), "it's");
    EXPECT_EQ(read.slice(root.find("c")), "two\n  lines");
    EXPECT_EQ(root.find("c").text(), "two lines");
    EXPECT_EQ(read.slice(root.find("d")), "|2-\n    x\n\n   y");
    EXPECT_EQ(root.find("d").text(), "  x\n\n y");
    EXPECT_EQ(root.find("d").style(), Style::literal);
    EXPECT_EQ(read.slice(root.find("e")), ">+\n z");
    EXPECT_EQ(root.find("e").text(), "z\n\n");
}

TEST(ReadYaml, BlockCollectionsEndWithTheirLastChild) {
    const Reading read = from_yaml("a:\n  - x: 1\n    y: [1, {k: v}]   # c\n\n  - z\n\n# c\nb:\n- q\n-\n\n\nc: {}\n");
    ASSERT_TRUE(read.diagnostics.items().empty()) << read.first();
    read.expect_sound();
    const Node root = read.root();
    EXPECT_EQ(read.slice(root.find("a")), "- x: 1\n    y: [1, {k: v}]   # c\n\n  - z");
    EXPECT_EQ(read.slice(*root.find("a").items().begin()), "x: 1\n    y: [1, {k: v}]");
    EXPECT_EQ(read.slice(root.find("b")), "- q\n-");
    EXPECT_EQ(read.slice(root.find("c")), "{}");
    EXPECT_EQ(read.slice(root), std::string(read.file().text().substr(0, read.file().text().size() - 1)));
}

TEST(ReadYaml, NothingStandsBehindItsColonOrDash) {
    const Reading read = from_yaml("a:\n\n# c\nb:   # c\n  c: \n- d\n");
    EXPECT_EQ(read.first().substr(0, 16), "yaml-syntax 6:1 ") << "a list where a key was expected";
    const Reading good = from_yaml("a:\n\n# c\nb:   # c\n  - \n  - {x, y: , z: }\nc: [a: ]\n? k\n");
    ASSERT_TRUE(good.diagnostics.items().empty()) << good.first();
    good.expect_sound();
    const auto behind = [&](Node node) {
        return std::string(good.file().text().substr(0, node.span().begin - good.file().base()));
    };
    const Node root = good.root();
    EXPECT_EQ(behind(root.find("a")), "a:");
    const Node list = root.find("b");
    EXPECT_EQ(behind(*list.items().begin()), "a:\n\n# c\nb:   # c\n  -");
    const Node flow = good.tree.node(good.tree[(*list.items().begin()).id()].after);
    EXPECT_TRUE(flow.find("x").span().empty());
    EXPECT_EQ(flow.find("x").span().begin, flow.find_key("x").span().end);
    EXPECT_EQ(flow.find("y").span().begin, flow.find_key("y").span().end + 1);
    EXPECT_EQ(flow.find("z").span().begin, flow.find_key("z").span().end + 1);
    EXPECT_EQ(good.slice(*root.find("c").items().begin()), "a:");
    EXPECT_EQ(root.find("k").span().begin, root.find_key("k").span().end);
}

TEST(ReadYaml, MapsMarksToBytes) {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        for (const std::string mark : {"", "\xEF\xBB\xBF"}) {
            const Reading read =
                from_yaml(mark + "é: 🎉" + end + "ü:" + end + "  - \"x" + end + "    ö\"" + end + "k: v" + end);
            ASSERT_TRUE(read.diagnostics.items().empty()) << read.first();
            read.expect_sound();
            EXPECT_EQ(read.slice(read.root().find("é")), "🎉");
            EXPECT_EQ(read.slice(*read.root().find("ü").items().begin()), "\"x" + end + "    ö\"");
            EXPECT_EQ(read.slice(read.root().find("k")), "v");
        }
    }
}

TEST(ReadYaml, KeepsTagsAnchorsAndAliases) {
    const Reading read = from_yaml("- &one !t {a: !!str , b: &q}\n- *one\n- !<x,y> 'v'\n- &m\n  &k key: ! w\n- &n:x\n");
    ASSERT_TRUE(read.diagnostics.items().empty()) << read.first();
    read.expect_sound();
    std::string properties;
    for (const NodeProperty& property : read.tree.properties()) {
        properties += std::string(read.file().slice(property.span)) + '=' + std::string(property.tag) +
                      std::string(property.anchor) + '@' + read.slice(read.tree.node(property.node)) + '\n';
    }
    EXPECT_EQ(properties,
              "&one=one@{a: !!str , b: &q}\n!t=!t@{a: !!str , b: &q}\n!!str=!!str@\n&q=q@\n!<x,y>=!<x,y>@'v'\n"
              "&m=m@&k key: ! w\n&k=k@key\n!=!@w\n&n=n@:x\n");
    const Node alias = read.tree.node(read.tree[(*read.root().items().begin()).id()].after);
    EXPECT_EQ(alias.kind(), NodeKind::alias);
    EXPECT_EQ(alias.text(), "one");
    EXPECT_EQ(read.slice(alias), "*one");
}

TEST(ReadYaml, EveryDocumentIsARoot) {
    const Reading read = from_yaml("a: 1\n---\nb\n---\n...\n---\n- c\n");
    ASSERT_EQ(read.tree.roots().size(), 4u) << read.first();
    EXPECT_EQ(read.root(1).text(), "b");
    EXPECT_EQ(read.root(2).text(), "");
    EXPECT_TRUE(read.root(3).is_sequence());
    EXPECT_TRUE(from_yaml("").tree.empty());
    EXPECT_EQ(from_yaml("# only\n").first(), "");
}

TEST(ReadYaml, DocumentsBeforeAnErrorStand) {
    const Reading read = from_yaml("a: 1\n---\nb: !t {x: [\n---\nc: 1\n");
    EXPECT_EQ(read.tree.roots().size(), 1u);
    EXPECT_EQ(read.root().find("a").text(), "1");
    EXPECT_TRUE(read.tree.properties().empty());
    EXPECT_EQ(read.diagnostics.items().size(), 1u);
    EXPECT_TRUE(from_yaml("\"a\" b").tree.empty()) << "no `...` ended the document before the error";
}

TEST(ReadYaml, FindsKeysThatStandTwice) {
    const Reading read = from_yaml("foo: 1\nbar: {x: 1, \"x\": 2}\n'foo': 2\n");
    ASSERT_EQ(read.diagnostics.items().size(), 2u);
    EXPECT_EQ(read.first(), "duplicate-key 3:1 ['foo'] key `foo` stands twice; remove one of the two");
    EXPECT_EQ(read.diagnostics.items()[0].labels[0].text, "the first one stands here");
    EXPECT_EQ(slices(read, {read.diagnostics.items()[0].labels[0].span}), "foo|");
    EXPECT_EQ(slices(read, {read.diagnostics.items()[1].span}), "\"x\"|");
}

TEST(ReadYaml, ReadsOneVersionLineForADocument) {
    EXPECT_EQ(from_yaml("%YAML 1.2\n---\na\n...\n%YAML 1.1\n---\nb\n").first(), "");
    EXPECT_EQ(from_yaml("%YAML 1.2\n%YAML 1.2\n---\na\n").first(),
              "yaml-directive 2:1 [%YAML 1.2] second `%YAML` line for one document; remove it");
    EXPECT_EQ(from_yaml("%TAG ! x\n---\na\n").first(),
              "yaml-directive 1:1 [%TAG ! x] directive `%TAG ! x` is not read; remove it, or quote a text that begins "
              "with `%`");
    EXPECT_EQ(from_yaml("%FOO x\n---\na\n").first().substr(0, 19), "yaml-directive 1:1 ");
    EXPECT_EQ(from_yaml("%TAG x y\n---\na\n").first().substr(0, 19), "yaml-directive 1:1 ");
}

TEST(ReadYaml, TakesAPercentSignInATextForText) {
    EXPECT_EQ(from_yaml("\"a\n%TAG ! x\"").root().text(), "a %TAG ! x");
    EXPECT_EQ(from_yaml("a\n%b").root().text(), "a %b");
    EXPECT_EQ(from_yaml("a: |\n  x\n  %y\n").root().find("a").text(), "x\n%y\n");
    EXPECT_EQ(from_yaml("# c\n#\n%YAML 1.1\n--- |\n%b\n").root().text(), "") << "a block text is indented";
}

TEST(ReadYaml, LimitsDepthAndSize) {
    const std::string open(max_depth, '[');
    const std::string close(max_depth, ']');
    EXPECT_EQ(from_yaml(open + close).first(), "");
    EXPECT_EQ(from_yaml("[" + open + close + "]").first(), "nesting-too-deep 1:129 [[] nested more than 128 deep");
    EXPECT_EQ(from_yaml(std::string(max_yaml_bytes, '[')).first(),
              "nesting-too-deep 1:129 [[] nested more than 128 deep");
    std::string dashes;
    while (dashes.size() < max_yaml_bytes) dashes += "- ";
    EXPECT_EQ(from_yaml(dashes).first().substr(0, 23), "nesting-too-deep 1:257 ");
    EXPECT_EQ(from_yaml("#" + std::string(max_yaml_bytes, ' ')).first().substr(0, 19), "file-too-large 1:1 ");
}

TEST(ReadYaml, RefusesWhatIsNoText) {
    using namespace std::string_literals;
    EXPECT_EQ(from_yaml("a: caf\xE9\n").first().substr(0, 17), "invalid-utf8 1:7 ");
    EXPECT_NE(from_yaml("\xFF\xFE"
                        "a\0:\0"s)
                  .first()
                  .find("UTF-16"),
              std::string::npos);
    EXPECT_EQ(from_yaml("a: b\nc: \0\n"s).first().substr(0, 16), "yaml-syntax 2:4 ");
    EXPECT_EQ(from_yaml("a: é\nc: \x07\n").first().substr(0, 16), "yaml-syntax 2:4 ");
    EXPECT_EQ(from_yaml("a: é\nc: x\xE2\x80\xA8y\n").first().substr(0, 16), "yaml-syntax 2:5 ");
}

TEST(ReadYaml, CollectsDirectivesInComments) {
    const Reading read = from_yaml(
        "\xEF\xBB\xBF# flowc: allow a\nk: v  #flowc: allow b\nu: x#flowc\nt: |  # flowc: allow c\n  # flowc: text\n\n"
        "q: '# flowc: text'\np: one\n  two # flowc: allow d\n# flowcx\n#\tflowc: allow e");
    ASSERT_TRUE(read.diagnostics.items().empty()) << read.first();
    EXPECT_EQ(slices(read, read.tree.directives()),
              "# flowc: allow a|#flowc: allow b|# flowc: allow c|# flowc: allow d|#\tflowc: allow e|");
}

TEST(CutTexts, FindsTextsCutByOneSpace) {
    const Reading read = from_yaml(
        "a: press #1 now\nb: press  # comment\nc: 'q' # comment\nd: [x #1\n  ]\ne: # comment\nf: x\n # comment\ng: "
        "x\t# c\n");
    ASSERT_TRUE(read.diagnostics.items().empty()) << read.first();
    EXPECT_EQ(slices(read, cut_texts(read.file(), read.tree)), "#1 now|#1|");
}

struct Malformed {
    std::string text;
    std::string first;
};

class MalformedYaml : public testing::TestWithParam<Malformed> {};

TEST_P(MalformedYaml, IsReportedWithPlaceAndCause) {
    const Reading read = from_yaml(GetParam().text);
    EXPECT_EQ(read.first(), "yaml-syntax " + GetParam().first);
    EXPECT_EQ(read.diagnostics.items().size(), 1u);
    EXPECT_TRUE(read.tree.empty());
    read.expect_sound();
}

const Malformed malformed[] = {
    {"é: Note: this",
     "1:8 [:] `:` followed by a space inside an unquoted text; quote the text, or put it on a line of its own under "
     "`>-`"},
    {"a: b\n  c: d",
     "2:3 [c] `:` cannot stand here, the key above has a value already; give this line the indentation of that key, or "
     "quote the text"},
    {"- a b\n  c: d",
     "1:3 [a b] this text has no `:`, and the next line stands below it as below a key; write `a: b`, or check the "
     "indentation of the next line"},
    {"- a b # x\n  # y\n\n  c: d",
     "1:3 [a b] this text has no `:`, and the next line stands below it as below a key; write `a: b`, or check the "
     "indentation of the next line"},
    {"a:\r\n  b\r\n  c\r\n  d: e",
     "2:3 [b] this text has no `:`, and the next line stands below it as below a key; write `b:`, or check the "
     "indentation of the next line"},
    {"a: \u201cb: c\u201d",
     "1:4 [\u201c] `\u201c` is no quote to YAML, and a `:` in the text needs one; write `\"` on both sides of it"},
    {"a: b c: d",
     "1:7 [:] `:` followed by a space inside an unquoted text; quote the text, or put what begins with `c:` on a line "
     "of its own, as far in as `a:`"},
    {"a:\n  \u2013 b: c\n  \u2013 d", "3:3 [\u2013] an entry of a list begins with `- `, and not with another sign"},
    {"a:\n  * b: c", "2:3 [*] an entry of a list begins with `- `, and not with another sign"},
    {"a:\n\u00a0 b",
     "2:1 [\u00a0] a no-break space stands here, which YAML takes for a letter; write a plain one in each place"},
    {"- a:b\n  c: d", "1:4 [:] a blank is missing behind this `:`; write `a: b`"},
    {"- http://b\n  c: d",
     "2:3 [c] `:` cannot stand here, the key above has a value already; give this line the indentation of that key, or "
     "quote the text"},
    {"- a\n  - b: c",
     "2:3 [-] this entry stands deeper than the text above, and YAML takes both for one text; give it the indentation "
     "of the entries beside it"},
    {"a:\n\tb: c", "2:1 [\t] tab as indentation; YAML wants spaces"},
    {"a: \"x", "1:4 [\"] this quote is not closed; close it, or quote the text the other way if it holds a quote"},
    {"a: 'x\n---\n", "1:4 ['] this quote is not closed; close it, or quote the text the other way if it holds a quote"},
    {"a: \"x\" y", "1:8 [y] text behind a closing quote; quote the text as a whole, the other way if it holds quotes"},
    {"a: {x} y", "1:8 [y] text behind `}`; a text that begins with `{` must be quoted as a whole"},
    {"a: {x}, y", "1:7 [,] text behind `}`; a text that begins with `{` must be quoted as a whole"},
    {"a: {b: c {d}}", "1:10 [{] `{` in an unquoted text inside `{ }`; quote the text"},
    {"a: [b", "1:4 [[] this `[` is not closed; write `]`, or quote the text"},
    {"[a: b}", "1:6 [}] `}` where `]` was expected"},
    {"a: b\nfoo\nc: d",
     "2:1 [foo] this line has no `:` and no `- `; a key is `foo:`, an entry of a list begins with `- `, and a text "
     "that "
     "goes on is indented deeper than its key"},
    {"- a\nb: c", "2:1 [b] an entry of a list begins with `- `; check the indentation of this line"},
    {"a: b\n- c", "2:1 [-] a list entry where a key was expected; check the indentation"},
    {"a:\n  b: c\n d: e", "3:2 [d] a key was expected here; check the indentation of this line"},
    {"a: - b",
     "1:4 [-] `- ` begins a list entry and cannot stand here; put the list on lines of its own, or quote the text"},
    {"a: @x", "1:4 [@] a text cannot begin with `@`; quote it"},
    {"a: *", "1:4 [*] `&` and `*` begin YAML's anchors and aliases; quote the text"},
    {"a: !x!y z", "1:4 [!] a text that begins with `!` is a YAML tag; quote the text"},
    {"a: | text\n  b", "1:6 [t] text behind `|` or `>`; begin it on the next line, indented"},
    {"a: \"\\d\"", "1:5 [\\d] `\\d` is no escape; write `\\\\` for a backslash, or use single quotes"},
    {"a: ,x", "1:4 [,] a value was expected here; quote a text that begins with one of YAML's own signs"},
    {"\"a\" b", "1:5 [b] text behind the end of the value; quote the text as a whole"},
};

INSTANTIATE_TEST_SUITE_P(All, MalformedYaml, testing::ValuesIn(malformed));

TEST(ReadYaml, SaysWhereTheCollectionBegan) {
    const Reading read = from_yaml("a:\n  b: c\n d: e");
    ASSERT_EQ(read.diagnostics.items()[0].labels.size(), 1u);
    EXPECT_EQ(read.diagnostics.items()[0].labels[0].text, "the mapping begins here");
}

}  // namespace
}  // namespace flowc
