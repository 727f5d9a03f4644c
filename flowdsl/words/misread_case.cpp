#include "flowdsl/words/misread_case.hpp"

#include <algorithm>
#include <utility>

#include "diagnostics/suggest.hpp"
#include "flowdsl/words/case_test.hpp"
#include "source/ascii.hpp"
#include "source/byte_set.hpp"

namespace flowc::dsl {

namespace {

using Rewording = std::pair<std::string_view, std::string_view>;

/// How other languages, and people, write a test on a number. A sign needs no blank behind it.
constexpr Rewording number_words[] = {
    {"<=", "at most "},         {">=", "at least "},       {"<", "under "},      {">", "over "},
    {"less than ", "under "},   {"fewer than ", "under "}, {"below ", "under "}, {"more than ", "over "},
    {"greater than ", "over "}, {"above ", "over "},
};

/// The same of a test on a text.
constexpr Rewording text_words[] = {
    {"begins with ", "starts with "},
    {"begin with ", "starts with "},
    {"beginning with ", "starts with "},
    {"start with ", "starts with "},
    {"startswith ", "starts with "},
    {"starting with ", "starts with "},
    {"finishes with ", "ends with "},
    {"end with ", "ends with "},
    {"endswith ", "ends with "},
    {"ending with ", "ends with "},
    {"includes ", "contains "},
    {"contain ", "contains "},
    {"containing ", "contains "},
    {"equals ", ""},
    {"equal to ", ""},
    {"==", ""},
    {"=", ""},
};

constexpr std::string_view all_others[] = {"*", "otherwise", "anything", "anything else", "any other"};
constexpr std::string_view nothing[] = {"empty", "missing", "absent", "blank", "unset"};
constexpr std::string_view negations[] = {"isn't ", "does not ", "doesn't ", "!="};

/// In small letters, with one blank where several stand.
std::string as_usual(std::string_view text) {
    std::string plain;
    for (const char c : text) {
        if (c == ' ' && plain.ends_with(' ')) continue;
        plain.push_back(lower_case(c));
    }
    return plain;
}

/// What stands behind the words that begin a text, in its own spelling.
std::string_view behind(std::string_view text, std::string_view begin) {
    const auto blanks = std::count(begin.begin(), begin.end(), ' ');
    if (blanks == 0) text.remove_prefix(begin.size());
    for (std::ptrdiff_t i = 0; i < blanks; ++i) {
        text.remove_prefix(std::min(text.find(' '), text.size()));
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    }
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    return text;
}

template <typename Words>
bool is_one_of(const Words& words, std::string_view word) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// The cure: the case in the language's words, or the text as it stands.
MisreadCase write_instead(std::string_view word, const std::string& instead, std::string_view purpose = {}) {
    return {quote(word) + " is a text here; write `" + instead + "`" + std::string{purpose} + ", or `is " +
            std::string{word} + "` for the text"};
}

MisreadCase explain(std::string message, std::string_view word) {
    return {std::move(message) + "; write `is " + std::string{word} + "` for the text"};
}

/// `Starts with Tech`, `under  5`, `starts with` and nothing behind it.
std::optional<MisreadCase> own_words(std::string_view word, std::string_view plain) {
    for (const CaseTest& test : case_tests) {
        const std::string_view alone = test.words.substr(0, test.words.size() - 1);
        if (plain == alone && test.op != "Equals")
            return explain("`" + std::string{alone} + "` compares with " + (test.number ? "a number" : "a text") +
                               " and here is none; write `" + std::string{alone} + (test.number ? " 5`" : " Tech`"),
                           word);
        if (plain == word || !plain.starts_with(test.words)) continue;
        const std::string_view operand = behind(word, test.words);
        if (test.number && !is_case_number(operand)) continue;
        return write_instead(word, std::string{test.words}.append(operand),
                             test.number ? " to compare with the number" : "");
    }
    return std::nullopt;
}

/// `<5`, `more than 5`, `begins with Tech`, `Tech*`.
std::optional<MisreadCase> other_words(std::string_view word, std::string_view plain) {
    for (const auto& [other, own] : number_words) {
        if (!plain.starts_with(other)) continue;
        const std::string_view operand = behind(word, other);
        if (!is_case_number(operand)) return std::nullopt;
        return write_instead(word, std::string{own}.append(operand), " to compare with the number");
    }
    for (const auto& [other, own] : text_words)
        if (plain.starts_with(other) && !behind(word, other).empty())
            return write_instead(word, std::string{own}.append(behind(word, other)));
    const bool begins = word.ends_with('*');
    const bool ends = word.starts_with('*');
    const std::string_view inner =
        word.substr(ends ? 1 : 0, word.size() - (begins ? 1u : 0u) - (ends && word.size() > 1 ? 1u : 0u));
    if ((begins || ends) && inner.size() > 1 && is_letter(inner.front()) && inner.find('*') == std::string_view::npos)
        return write_instead(word, (begins && ends ? "contains "
                                    : begins       ? "starts with "
                                                   : "ends with ") +
                                       std::string{inner});
    for (const std::string_view or_ : {" OR ", " || ", " | "}) {
        std::string values{word};
        for (std::size_t at = values.find(or_); at != std::string::npos; at = values.find(or_, at))
            values.replace(at, or_.size(), " or ");
        if (values != word) return write_instead(word, values, " for several values");
    }
    return std::nullopt;
}

/// `between 1 and 5`, `matches ^T`, `otherwise`, `empty`: what no case can be.
std::optional<MisreadCase> no_such_test(std::string_view word, std::string_view plain, const CaseOptions& options) {
    for (const auto& [begin, middle] : {Rewording{"between ", " and "}, Rewording{"from ", " to "}}) {
        const std::size_t at = plain.find(middle);
        if (!plain.starts_with(begin) || at == std::string_view::npos || at <= begin.size()) continue;
        const std::string low{plain.substr(begin.size(), at - begin.size())};
        const std::string high{plain.substr(at + middle.size())};
        if (is_case_number(low) && is_case_number(high))
            return explain("no test has two bounds; write two cases, `under " + low + "` and behind it `at most " +
                               high + "`: the first that is met is taken",
                           word);
    }
    if (plain.starts_with("matches "))
        return explain("there is no test for a pattern; write `starts with`, `ends with` or `contains`", word);
    if (is_one_of(all_others, plain))
        return explain(quote(word) + " is a text here; where every other value leads is `" +
                           std::string{options.others} + ":`, beside `" + std::string{options.cases} + "`",
                       word);
    if (is_one_of(nothing, plain))
        return explain("there is no test for a value that is missing; it goes to `" + std::string{options.others} + "`",
                       word);
    return std::nullopt;
}

constexpr std::string_view no_negation = "there is no test for what a value is not";

std::string its_own_case(const CaseOptions& options) {
    return "; write the case of the value itself, and let `" + std::string{options.others} + "` take the others";
}

std::optional<MisreadCase> negation(std::string_view word, std::string_view plain, const CaseOptions& options) {
    for (const std::string_view begin : negations)
        if (plain.starts_with(begin) && plain.size() > begin.size())
            return explain(std::string{no_negation} + its_own_case(options), word);
    return misread_literal(word, options);
}

}  // namespace

std::optional<MisreadCase> misread_case(std::string_view word, const CaseOptions& options) {
    if (options.takes_keys && word == "*") return std::nullopt;
    const std::string plain = as_usual(word);
    if (auto found = own_words(word, plain)) return found;
    if (auto found = no_such_test(word, plain, options)) return found;
    // Most cases are one word, and all other tests have a blank or a sign.
    static constexpr ByteSet signs(" <>=!*|");
    if (signs.first_in(plain) == std::string_view::npos) return std::nullopt;
    if (auto found = negation(word, plain, options)) return found;
    return other_words(word, plain);
}

std::optional<MisreadCase> misread_literal(std::string_view text, const CaseOptions& options) {
    // Behind `is`, too: `is not x` reads as a test, and nothing else says the text `not x`.
    if (!as_usual(text).starts_with("not ")) return std::nullopt;
    return MisreadCase{
        std::string{no_negation}.append(", and this is the text ").append(quote(text)).append(its_own_case(options)),
        true};
}

}  // namespace flowc::dsl
