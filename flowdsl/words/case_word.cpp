#include "flowdsl/words/case_word.hpp"

#include <algorithm>
#include <utility>

#include "diagnostics/suggest.hpp"
#include "flowdsl/words/scalar.hpp"
#include "source/ascii.hpp"

namespace flowc::dsl {

namespace {

struct OperatorWord {
    std::string_view words;
    std::string_view op;
    bool number;
};

constexpr OperatorWord operator_words[] = {
    {"under ", "NumberLessThan", true},
    {"over ", "NumberGreaterThan", true},
    {"at least ", "NumberGreaterOrEqualTo", true},
    {"at most ", "NumberLessOrEqualTo", true},
    {"starts with ", "TextStartsWith", false},
    {"ends with ", "TextEndsWith", false},
    {"contains ", "TextContains", false},
    {"is ", "Equals", false},
};

/// How other languages, and people, write a test. A sign needs no blank behind it.
constexpr std::pair<std::string_view, std::string_view> other_words[] = {
    {"<=", "at most "},         {">=", "at least "},       {"<", "under "},      {">", "over "},
    {"less than ", "under "},   {"fewer than ", "under "}, {"below ", "under "}, {"more than ", "over "},
    {"greater than ", "over "}, {"above ", "over "},
};

bool begins_like_a_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && ((text[0] >= '0' && text[0] <= '9') || text.starts_with("$.") || text.starts_with("{"));
}

/// A decimal number, or what stands for one when the flow runs.
bool is_number(std::string_view text) {
    if (text.starts_with("$.") || text.starts_with("{")) return true;
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::size_t dot = text.find('.');
    const auto digits = [](std::string_view part) {
        return !part.empty() && std::all_of(part.begin(), part.end(), is_digit);
    };
    if (is_json_number(text)) return true;
    return digits(text.substr(0, dot)) && (dot == std::string_view::npos || digits(text.substr(dot + 1)));
}

/// A text in which no brace begins a reference.
std::string with_braces_kept(std::string_view text) {
    std::string kept;
    for (const char c : text) kept.append(c == '{' || c == '}' ? 2 : 1, c);
    return kept;
}

/// In small letters, with one blank where several stand.
std::string as_usual(std::string_view text) {
    std::string plain;
    for (const char c : text) {
        if (c == ' ' && plain.ends_with(' ')) continue;
        plain.push_back(lower_case(c));
    }
    return plain;
}

/// Says so where a text compares with a number in all but its spelling.
std::string spelling_problem(std::string_view word) {
    const std::string meant = as_usual(word);
    if (meant == word) return {};
    for (const OperatorWord& known : operator_words)
        if (known.number && meant.starts_with(known.words) && is_number(meant.substr(known.words.size())))
            return quote(word) + " is a text here; write `" + meant + "` to compare with the number, or `is " +
                   std::string{word} + "` for the text";
    return {};
}

/// Says so where a text is a test in words that the language does not have.
std::string other_word_problem(std::string_view word) {
    const std::string plain = as_usual(word);
    const auto after = [&](std::string_view sign) {
        std::string_view rest = std::string_view{plain}.substr(sign.size());
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
        return rest;
    };
    for (const auto& [other, own] : other_words)
        if (plain.starts_with(other))
            return !is_number(after(other))
                       ? std::string{}
                       : quote(word) + " is a text here; write `" + std::string{own}.append(after(other)) +
                             "` to compare with the number, or `is " + std::string{word} + "` for the text";
    for (const std::string_view equals : {"==", "="})
        if (plain.starts_with(equals) && is_number(after(equals)))
            return quote(word) + " is a text here; write `" + std::string{after(equals)} + "`, or `is " +
                   std::string{word} + "` for the text";
    if (plain.starts_with("!="))
        return "there is no test for what a value is not; write the case of the value itself, and let `else` take the "
               "others, or `is " +
               std::string{word} + "` for the text";
    return {};
}

CaseWord read_word(std::string_view word, Span span, bool operators) {
    if (!operators) return {"Equals", std::string{word}, span};
    for (const OperatorWord& known : operator_words) {
        if (!word.starts_with(known.words)) continue;
        const std::string_view operand = word.substr(known.words.size());
        if (known.number && !begins_like_a_number(operand)) continue;
        CaseWord read{std::string{known.op}, std::string{operand}, span};
        if (known.number && !is_number(operand))
            read.problem = quote(operand) + " is no number; write one such as `5` or `0.5`, or `is " +
                           std::string{word} + "` for the text";
        return read;
    }
    std::string problem = spelling_problem(word);
    return {"Equals", std::string{word}, span, problem.empty() ? other_word_problem(word) : problem};
}

/// `5 or more` is no two values: the test that is meant; empty: it is something else.
std::string_view bound_in_words(std::string_view text) {
    const std::size_t or_ = text.find(" or ");
    if (or_ == std::string_view::npos || !is_number(text.substr(0, or_)) || text.starts_with('$') ||
        text.starts_with('{'))
        return {};
    const std::string_view rest = text.substr(or_ + 4);
    if (rest == "more" || rest == "over" || rest == "above" || rest == "greater") return "at least ";
    if (rest == "less" || rest == "fewer" || rest == "under" || rest == "below") return "at most ";
    return {};
}

}  // namespace

std::vector<CaseWord> read_case(Node key, bool operators) {
    const std::string_view text = key.text();
    // `is x` is the text x as it stands, ` or ` and all.
    if (text.starts_with("is ") && operators) return {{"Equals", with_braces_kept(text.substr(3)), key.span()}};
    if (const std::string_view test = bound_in_words(text); !test.empty() && operators) {
        const std::string number{text.substr(0, text.find(' '))};
        return {{"Equals", number, key.span(),
                 quote(text) + " is two texts here, " + quote(number) + " and " +
                     quote(text.substr(text.rfind(' ') + 1)) + "; write `" + std::string{test} + number + "`"}};
    }
    const bool as_written = key.span().size() == text.size();
    std::vector<CaseWord> words;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(" or ", begin), text.size());
        Span span = key.span();
        if (as_written)
            span = {span.begin + static_cast<std::uint32_t>(begin), span.begin + static_cast<std::uint32_t>(end)};
        const std::string_view word = text.substr(begin, end - begin);
        words.push_back(read_word(word, span, operators));
        const bool is_alone = begin == 0 && end == text.size();
        if (!is_alone && !word.empty() && (word.front() == ' ' || word.back() == ' '))
            words.back().problem = "a blank belongs to this value, for ` or ` has one on each side; remove the others";
        begin = end + 4;
        if (end == text.size()) break;
    }
    return words;
}

}  // namespace flowc::dsl
