#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "diagnostics/suggest.hpp"
#include "diagnostics/visible.hpp"
#include "flowc/diagnostic.hpp"

namespace flowc {
namespace {

const RuleInfo unknown_option{"unknown-option", Category::language, Severity::error, "", "", ""};
const RuleInfo a_warning{"a-warning", Category::language, Severity::warning, "", "", ""};

/// Renders one finding under the bytes `[begin, end)` of a text.
std::string render(std::string_view text, std::uint32_t begin, std::uint32_t end, std::string message = "wrong",
                   TextStyle style = {}) {
    Sources sources;
    sources.add("f.yaml", text);
    return render_text({&unknown_option, Severity::error, {begin, end}, std::move(message), {}}, sources, style);
}

TEST(RenderText, ShowsPlaceMessageRuleLineAndCaret) {
    Sources sources;
    const auto base = sources.file(sources.add("main.flow.yaml", "foo\nbar:\n    promt: hello\n")).base();
    Diagnostic found{&unknown_option, Severity::error, {base + 13, base + 18}, "unknown option `promt`", {}};
    found.labels.push_back({{base, base + 3}, "the first one stands here"});
    EXPECT_EQ(render_text(found, sources),
              "main.flow.yaml:3:5: error: unknown option `promt` [unknown-option]\n"
              "    3 |     promt: hello\n"
              "      |     ^~~~~\n"
              "main.flow.yaml:1:1: note: the first one stands here\n"
              "    1 | foo\n"
              "      | ^~~\n");
}

TEST(Diagnostics, KeepsSoManyOfARuleAndSaysThatThereAreMore) {
    Diagnostics diagnostics;
    for (std::uint32_t i = 0; i < Diagnostics::most + 5; ++i) diagnostics.report(a_warning, {i, i + 1}, "wrong");
    diagnostics.report(unknown_option, {0, 1}, "wrong");
    diagnostics.sort();
    ASSERT_EQ(diagnostics.items().size(), Diagnostics::most + 1u);
    EXPECT_EQ(diagnostics.items().back().message, "wrong; further ones are not shown");
    EXPECT_TRUE(diagnostics.has_errors());
}

TEST(Diagnostics, KeepsMoreWhereAProgramReadsThem) {
    Diagnostics all;
    all.keep(Diagnostics::most + 3);
    for (std::uint32_t i = 0; i < Diagnostics::most + 5; ++i) all.report(a_warning, {i, i + 1}, "wrong");
    Diagnostics outer;
    outer.add(std::move(all));
    outer.sort();
    EXPECT_EQ(outer.items().size(), Diagnostics::most + 3u);
    EXPECT_EQ(outer.items().back().message, "wrong; further ones are not shown");
}

TEST(Diagnostics, AnErrorIsKeptBehindAnyNumberOfMilderFindingsOfItsRule) {
    Diagnostics diagnostics;
    for (std::uint32_t i = 0; i < 2 * Diagnostics::most; ++i)
        diagnostics.report(unknown_option, {i, i + 1}, "doubtful").severity = Severity::warning;
    EXPECT_FALSE(diagnostics.has_errors());
    diagnostics.add({&unknown_option, Severity::error, {9, 10}, "wrong"});
    diagnostics.sort();
    EXPECT_TRUE(diagnostics.has_errors());
}

TEST(RenderText, PointsBehindTheLineWithAnEmptySpan) {
    EXPECT_EQ(render("ab\ncd", 2, 2), "f.yaml:1:3: error: wrong [unknown-option]\n    1 | ab\n      |   ^\n");
}

TEST(RenderText, KeepsToTheFirstLineOfALongerSpan) {
    EXPECT_EQ(render("ab\ncd", 1, 5), "f.yaml:1:2: error: wrong [unknown-option]\n    1 | ab\n      |  ^\n");
}

TEST(RenderText, AlignsTheCaretUnderTabsAndEmoji) {
    EXPECT_EQ(render("\t🎉 x", 6, 7), "f.yaml:1:4: error: wrong [unknown-option]\n    1 | \t🎉 x\n      | \t  ^\n");
}

TEST(RenderText, EscapesWhatATerminalWouldObey) {
    EXPECT_EQ(render("a\x1b[31m\x07z", 7, 8, "bad \x1b]0;x\x07\n"),
              "f.yaml:1:8: error: bad \\x1B]0;x\\x07\\n [unknown-option]\n"
              "    1 | a\\x1B[31m\\x07z\n"
              "      |              ^\n");
    EXPECT_NE(render("a\xE2\x80\xAE z", 0, 1).find("a<U+202E> z"), std::string::npos) << "direction override";
    EXPECT_NE(render("a\xFFz", 0, 1).find("a\\xFFz"), std::string::npos) << "no UTF-8";
}

TEST(RenderText, CutsALongLineToAWindowAroundTheCaret) {
    const std::string line = std::string(100000, 'a') + "HERE" + std::string(100000, 'b');
    const std::string text = render(line, 100000, 100004);
    EXPECT_LT(text.size(), 500u);
    const std::size_t source = text.find("| …");
    const std::size_t here = text.find("HERE");
    const std::size_t carets = text.find("^~~~\n");
    ASSERT_NE(source, std::string::npos);
    ASSERT_NE(here, std::string::npos);
    ASSERT_NE(carets, std::string::npos);
    const std::size_t caret_line = text.find("\n      | ") + 9;
    EXPECT_EQ(here - source - 2, carets - caret_line + 2) << "the ellipsis is three bytes in one column";
    EXPECT_NE(text.find("bbb…\n"), std::string::npos);
    EXPECT_EQ(text.find('\0'), std::string::npos);
}

TEST(RenderText, ColorsWhenAsked) {
    const std::string text = render("ab", 0, 1, "wrong", {true});
    EXPECT_NE(text.find("\033[1;31merror:\033[0m"), std::string::npos);
    EXPECT_NE(text.find("\033[1;32m^\033[0m"), std::string::npos);
    EXPECT_EQ(render("ab", 0, 1).find('\033'), std::string::npos);
}

TEST(Diagnostics, SortsByPlaceAndDropsWhatWasSaidTwice) {
    Diagnostics found;
    found.report(unknown_option, {5, 6}, "b");
    found.report(unknown_option, {5, 6}, "a");
    found.report(a_warning, {9, 9}, "last");
    found.report(unknown_option, {5, 6}, "b");
    found.report(a_warning, {5, 6}, "b");
    found.sort();
    ASSERT_EQ(found.items().size(), 4u);
    EXPECT_EQ(found.items()[0].rule, &a_warning);
    EXPECT_EQ(found.items()[1].message, "a");
    EXPECT_EQ(found.items()[2].message, "b");
    EXPECT_EQ(found.items()[3].message, "last");
}

TEST(Diagnostics, KnowsWhetherThereAreErrors) {
    Diagnostics found;
    found.report(a_warning, {}, "mild");
    EXPECT_FALSE(found.has_errors());
    found.report(unknown_option, {}, "bad").severity = Severity::note;
    EXPECT_FALSE(found.has_errors());
    found.report(unknown_option, {}, "bad");
    EXPECT_TRUE(found.has_errors());
}

TEST(Diagnostics, CutsMessagesThatQuoteWholeTexts) {
    Diagnostics found;
    found.report(a_warning, {}, "key `" + std::string(30000, 'x'));
    EXPECT_EQ(found.items()[0].message.size(), 20003u);
    found.report(a_warning, {}, std::string(19999, 'x') + "é");
    EXPECT_EQ(found.items()[1].message, std::string(19999, 'x') + "…");
    found.report(a_warning, {}, std::string(20000, 'x'));
    EXPECT_EQ(found.items()[2].message.size(), 20000u);
}

TEST(Nearest, FindsCaseSlipsAndSwaps) {
    constexpr std::array<std::string_view, 5> words{"prompt", "queue", "timeout", "Prompts", "on_error"};
    EXPECT_EQ(nearest("promt", words), "prompt");
    EXPECT_EQ(nearest("PROMPTS", words), "Prompts") << "case alone comes first";
    EXPECT_EQ(nearest("qeuue", words), "queue");
    EXPECT_EQ(nearest("on-error", words), "on_error");
    EXPECT_EQ(nearest("hangup", words), "");
    EXPECT_EQ(nearest("", words), "");
}

TEST(Nearest, ForgivesLessInShortWords) {
    constexpr std::array<std::string_view, 3> words{"say", "set", "if"};
    EXPECT_EQ(nearest("sey", words), "say") << "the first of equals";
    EXPECT_EQ(nearest_alone("sey", words), "") << "two are as near";
    EXPECT_EQ(nearest_alone("sai", words), "say");
    EXPECT_EQ(nearest("sxx", words), "");
    EXPECT_EQ(nearest("of", words), "");
    EXPECT_EQ(nearest(std::string(1000000, 's'), words), "");
}

/// As it is drawn in textbooks: the slips between all beginnings of two words.
std::size_t slips(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            std::size_t& least = table[i][j] = std::max(i, j);
            if (i == 0 || j == 0) continue;
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            least = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                least = std::min(least, table[i - 2][j - 2] + 1);
        }
    }
    return table[a.size()][b.size()];
}

TEST(Nearest, CountsSlipsAsTheTableDoes) {
    std::mt19937 random(1);
    const auto word = [&](std::size_t longest) {
        std::string text;
        for (std::size_t n = 3 + random() % (longest - 2); n > 0; --n) text += static_cast<char>('a' + random() % 3);
        return text;
    };
    for (int i = 0; i < 3000; ++i) {
        const std::string a = word(i % 2 == 0 ? 8 : 64), b = word(i % 2 == 0 ? 8 : 64);
        const std::array<std::string_view, 1> only{b};
        const bool near = slips(a, b) <= std::max<std::size_t>(1, a.size() / 3);
        EXPECT_EQ(!nearest(a, only).empty(), near) << a << ' ' << b << ' ' << slips(a, b);
    }
}

TEST(Nearest, DoesNotSearchLongerThanItHelps) {
    const std::vector<std::string> words = [] {
        std::vector<std::string> made;
        for (int i = 0; i < 2000; ++i) made.push_back("word" + std::to_string(i));
        return made;
    }();
    const std::vector<std::string_view> views(words.begin(), words.end());
    EXPECT_EQ(nearest("wrod999", views), "word999");
    EXPECT_EQ(nearest("WORD1999", views), "word199") << "not the 2000th";
}

TEST(Slip, OfAShortNameIsASwapOrALetterLeftOut) {
    for (const auto& [read, set] : {std::pair{"nam", "name"}, {"dpt", "dept"}, {"teir", "tier"}, {"lagn", "lang"}})
        EXPECT_TRUE(is_slip_of_short_name(read, set)) << read << " and " << set;
    for (const auto& [read, set] : {std::pair{"day", "days"},
                                    {"name", "nam"},
                                    {"gold", "bold"},
                                    {"cell", "call"},
                                    {"no", "not"},
                                    {"op1", "opt1"},
                                    {"ame", "name"},
                                    {"name", "name"},
                                    {"nam", "names"}})
        EXPECT_FALSE(is_slip_of_short_name(read, set)) << read << " and " << set << " are two names";
}

TEST(Slip, IsOneLetterOrCaseAlone) {
    EXPECT_TRUE(is_slip("Sales", "sales"));
    EXPECT_TRUE(is_slip("GeneralAssitance", "GenerealAssitance")) << "a letter more";
    EXPECT_TRUE(is_slip("assistance", "asistance")) << "a letter less";
    EXPECT_TRUE(is_slip("billing", "billimg")) << "another letter";
    EXPECT_TRUE(is_slip("refund", "refudn")) << "two that have changed places";
    EXPECT_TRUE(is_slip("refund", "refunds")) << "at the end";
    EXPECT_FALSE(is_slip("sales", "sales")) << "the same word";
    EXPECT_FALSE(is_slip("agent", "agent_id"));
    EXPECT_FALSE(is_slip("ab", "ac")) << "too short to tell";
    for (const auto& [one, other] : {std::pair{"es-US", "en-US"},
                                     {"Sales_EN", "Sales_ES"},
                                     {"Support-A", "Support-B"},
                                     {"queueA", "queueB"},
                                     {"new", "now"},
                                     {"new", "news"},
                                     {"gold", "bold"},
                                     {"cell", "call"},
                                     {"billing", "filling"}})
        EXPECT_FALSE(is_slip(one, other)) << one << " and " << other << " are two words";
    EXPECT_TRUE(is_slip("Sales ", "Sales"));
    EXPECT_TRUE(is_slip("new_customer", "new-customer")) << "another sign between words";
    EXPECT_TRUE(is_slip("en_US", "en-US"));
    EXPECT_TRUE(is_slip("Espanol", "Español")) << "without its accent";
    EXPECT_FALSE(is_slip("queue1", "queue2")) << "numbered";
    EXPECT_FALSE(is_slip("queue", "queue2")) << "numbered";
}

TEST(Quote, ShowsEscapesAndCuts) {
    EXPECT_EQ(quote("a\nb"), "`a\\nb`");
    EXPECT_EQ(quote(std::string(60, 'x')), "`" + std::string(60, 'x') + "`");
    EXPECT_EQ(quote(std::string(61, 'x')), "`" + std::string(60, 'x') + "…`");
}

TEST(List, JoinsWords) {
    constexpr std::array<std::string_view, 3> words{"a", "b", "c"};
    EXPECT_EQ(list(words, "or"), "`a`, `b` or `c`");
    EXPECT_EQ(list(std::span(words).first(2), "and"), "`a` and `b`");
    EXPECT_EQ(list(std::span(words).first(1), "or"), "`a`");
    EXPECT_EQ(list({}, "or"), "");
    const std::vector<std::string_view> many(1100, "x");
    const std::string text = list(many, "and");
    EXPECT_EQ(std::count(text.begin(), text.end(), 'x'), 100);
    EXPECT_EQ(text.substr(text.size() - 19), ", `x` and 1000 more");
}

}  // namespace
}  // namespace flowc
