#include "forms/fill_template.hpp"

#include <gtest/gtest.h>

#include <string>

namespace flowc {
namespace {

/// What is read instead of a template; empty where it has no placeholder outside of quotes.
std::string filled(std::string_view text) {
    Sources sources;
    sources.add("other", "xyz");
    const std::optional<FilledTemplate> result = fill_template(sources.file(sources.add("f", text)));
    return result ? result->text : std::string();
}

std::string directive(std::string_view text) {
    Sources sources;
    const std::optional<FilledTemplate> result = fill_template(sources.file(sources.add("f", text)));
    return result ? std::string(sources.slice(result->directive)) : std::string();
}

TEST(FillTemplate, TakesAPlaceholderForAValue) {
    EXPECT_EQ(filled(R"({"a": ${b}})"), R"({"a": "${b}"})");
    EXPECT_EQ(filled(R"([<<A>>, {{ b }}, <c>, %DAY%, __E__, {f}])"),
              R"(["<<A>>", "{{ b }}", "<c>", "%DAY%", "__E__", "{f}"])");
    EXPECT_EQ(filled(R"({"a": ${days}0, "b": 1${c}})"), R"({"a": "${days}0", "b": "1${c}"})");
    EXPECT_EQ(filled(R"({"a": ${f("x", {"y": "}"})}})"), R"({"a": "${f(\"x\", {\"y\": \"}\"})}"})");
}

TEST(FillTemplate, TakesAnExpressionInTwoBracesForAValue) {
    EXPECT_EQ(filled(R"([{{ queue | tojson }}, {{- .Values.queue | quote -}}, {{ $.queue }}])"),
              R"(["{{ queue | tojson }}", "{{- .Values.queue | quote -}}", "{{ $.queue }}"])");
    EXPECT_EQ(filled(R"([{{ queues["a}}"] }}])"), R"(["{{ queues[\"a}}\"] }}"])");
    EXPECT_EQ(filled(R"([{{"a": 1}}])"), "");
}

TEST(FillTemplate, TakesAPlaceholderForItemsAndEntries) {
    EXPECT_EQ(filled(R"([1 ${b}])"), R"([1 ,"${b}"])");
    EXPECT_EQ(filled(R"([{}${b}${c}, 2])"), R"([{},"${b}${c}", 2])");
    EXPECT_EQ(filled(R"([${a} {}])"), R"(["${a}", {}])");
    EXPECT_EQ(filled(R"([${a} true, ${b} ${c}])"), R"(["${a}", true, "${b}" ,"${c}"])");
    EXPECT_EQ(filled(R"({"a": 1 ${b}})"), R"({"a": 1 ,"${b}":"${b}"})");
    EXPECT_EQ(filled(R"({${a} "b": 1})"), R"({"${a}":"${a}", "b": 1})");
    EXPECT_EQ(filled(R"({${a}: 1})"), R"({"${a}": 1})");
    EXPECT_EQ(filled(R"({"a": ${b} "c": 1})"), R"({"a": "${b}", "c": 1})");
}

TEST(FillTemplate, LeavesTextsAloneButForTheQuotesOfTheirExpressions) {
    EXPECT_EQ(filled(R"({"a": "${b}"})"), "");
    EXPECT_EQ(filled(R"({"a": "<<B>>", "c": 1, "d": {}})"), "");
    EXPECT_EQ(filled(R"(["${f("x")}", "$${f(", ${a}])"), R"(["${f(\"x\")}", "$${f(", "${a}"])");
    EXPECT_EQ(filled(R"(["${f(\"x\")}", ${a}])"), R"(["${f(\"x\")}", "${a}"])");
    EXPECT_EQ(filled(R"(["%{ if x == "y" }z%{ endif }", ${a}])"), R"(["%{ if x == \"y\" }z%{ endif }", "${a}"])");
}

TEST(FillTemplate, NamesDirectives) {
    EXPECT_EQ(directive(R"({"a": 1 %{ if b }, "c": 2 %{ endif }})"), "%{ if b }");
    EXPECT_EQ(directive("[\n{% for a in b %}\n${a}{% endfor %}]"), "{% for a in b %}");
    EXPECT_EQ(directive(R"({"a": ${b}})"), "");
}

TEST(FillTemplate, MeansNothingByOtherFaults) {
    for (const std::string_view text : {"{\"a\": 'b'}", "[1,]", "// c\n[]", "{a: 1}", "[<<<<<<< HEAD\n1]", "[${b",
                                        "[<b]", "{\"a\": {}}", "[{ }]", "[50%]"})
        EXPECT_EQ(filled(text), "") << text;
}

TEST(FillTemplate, KnowsWhereThingsStand) {
    Sources sources;
    sources.add("other", "xyz");
    const FileId file = sources.add("f", R"({"a": 1 ${b}, "c": <<D>>})");
    std::optional<FilledTemplate> result = fill_template(sources.file(file));
    ASSERT_TRUE(result);
    EXPECT_EQ(sources.slice(result->first), "${b}");
    const std::string text = result->text;
    const FileId inner = sources.add_inside(file, text, std::move(result->origin));
    const auto written = [&](std::string_view part, std::size_t from = 0) {
        const auto begin = sources.file(inner).base() + static_cast<std::uint32_t>(text.find(part, from));
        return std::string(sources.slice(sources.outermost({begin, begin + static_cast<std::uint32_t>(part.size())})));
    };
    EXPECT_EQ(written("\"${b}\""), "${b}");
    EXPECT_EQ(written("\"${b}\"", text.find(":\"")), "${b}");
    EXPECT_EQ(written("\"c\""), "\"c\"");
    EXPECT_EQ(written("\"<<D>>\""), "<<D>>");
    EXPECT_EQ(written("1"), "1");
}

/// The suite would not end if one of these took quadratic time.
TEST(FillTemplate, GoesOnceOverWhatNeverEnds) {
    for (const std::string_view piece : {"${", "<<", "%{", "{%", "\"${\\\"", "<a ", "%a", "__a", "{{a", "\"%{x\"y"}) {
        std::string text = "[";
        while (text.size() < 4'000'000) text += piece;
        EXPECT_LE(filled(text).size(), 4 * text.size());
    }
}

}  // namespace
}  // namespace flowc
