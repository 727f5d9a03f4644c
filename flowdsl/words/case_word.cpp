#include "flowdsl/words/case_word.hpp"

#include <algorithm>
#include <utility>

#include "diagnostics/suggest.hpp"
#include "flowdsl/words/case_test.hpp"
#include "flowdsl/words/scalar.hpp"
#include "source/ascii.hpp"

namespace flowc::dsl {

namespace {

bool begins_like_a_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && ((text[0] >= '0' && text[0] <= '9') || text.starts_with("$.") || text.starts_with("{"));
}

/// A text in which no brace begins a reference.
std::string with_braces_kept(std::string_view text) {
    std::string kept;
    for (const char c : text) kept.append(c == '{' || c == '}' ? 2 : 1, c);
    return kept;
}

CaseWord read_word(std::string_view word, Span span, bool operators, const CaseOptions& options) {
    if (!operators) return {"Equals", std::string{word}, span};
    for (const CaseTest& known : case_tests) {
        if (!word.starts_with(known.words)) continue;
        const std::string_view operand = word.substr(known.words.size());
        if (operand.empty() || (known.number && !begins_like_a_number(operand))) continue;
        CaseWord read{std::string{known.op}, std::string{operand}, span};
        if (known.number && !is_case_number(operand))
            read.problem = quote(operand) + " is no number; write one such as `5` or `0.5`, or `is " +
                           std::string{word} + "` for the text";
        return read;
    }
    CaseWord read{"Equals", std::string{word}, span};
    if (auto found = misread_case(word, options))
        read.problem = std::move(found->message), read.may_be_meant = found->may_be_meant;
    return read;
}

/// The test that `word` is, as an author writes it; empty: it is a value, or a text behind `is`.
std::string_view test_of(std::string_view word) {
    for (const CaseTest& known : case_tests)
        if (known.op != "Equals" && word.starts_with(known.words)) return known.words.substr(0, known.words.size() - 1);
    return {};
}

/// `5 or more` is no two values: the test that is meant; empty: it is something else.
std::string_view bound_in_words(std::string_view text) {
    const std::size_t or_ = text.find(" or ");
    if (or_ == std::string_view::npos || !is_case_number(text.substr(0, or_)) || text.starts_with('$') ||
        text.starts_with('{'))
        return {};
    const std::string_view rest = text.substr(or_ + 4);
    if (rest == "more" || rest == "over" || rest == "above" || rest == "greater") return "at least ";
    if (rest == "less" || rest == "fewer" || rest == "under" || rest == "below") return "at most ";
    return {};
}

}  // namespace

bool is_case_number(std::string_view text) {
    if (text.starts_with("$.") || text.starts_with("{")) return true;
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::size_t dot = text.find('.');
    const auto digits = [](std::string_view part) {
        return !part.empty() && std::all_of(part.begin(), part.end(), is_digit);
    };
    if (is_json_number(text)) return true;
    return digits(text.substr(0, dot)) && (dot == std::string_view::npos || digits(text.substr(dot + 1)));
}

std::vector<CaseWord> read_case(Node key, bool operators, const CaseOptions& options) {
    const std::string_view text = key.text();
    // `is x` is the text x as it stands, ` or ` and all.
    if (text.starts_with("is ") && operators) {
        CaseWord word{"Equals", with_braces_kept(text.substr(3)), key.span()};
        if (auto found = misread_literal(text.substr(3), options))
            word.problem = std::move(found->message), word.may_be_meant = true;
        return {word};
    }
    if (const std::string_view test = bound_in_words(text); !test.empty() && operators) {
        const std::string number{text.substr(0, text.find(' '))};
        return {{"Equals", number, key.span(),
                 quote(text) + " is two texts here, " + quote(number) + " and " +
                     quote(text.substr(text.rfind(' ') + 1)) + "; write `" + std::string{test} + number + "`"}};
    }
    const bool as_written = key.span().size() == text.size();
    std::vector<CaseWord> words;
    std::string_view test;  // the one that stands before, in this case
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(" or ", begin), text.size());
        Span span = key.span();
        if (as_written)
            span = {span.begin + static_cast<std::uint32_t>(begin), span.begin + static_cast<std::uint32_t>(end)};
        const std::string_view word = text.substr(begin, end - begin);
        words.push_back(read_word(word, span, operators, options));
        const bool is_alone = begin == 0 && end == text.size();
        if (!is_alone && !word.empty() && (word.front() == ' ' || word.back() == ' '))
            words.back().problem = "a blank belongs to this value, for ` or ` has one on each side; remove the others";
        if (operators && words.back().problem.empty() && !word.empty()) {
            const std::string_view own = test_of(word);
            if (!is_alone && word == "exists")
                words.back().problem =
                    "`exists` joins no other value; give it a case of its own, or write `is exists` for the text";
            else if (own.empty() && !test.empty() && !word.starts_with("is "))
                words.back().problem = quote(word) + " is compared as a text, for `" + std::string{test} +
                                       "` goes no further than ` or `; write `" + std::string{test} + " " +
                                       std::string{word} + "`, or `is " + std::string{word} + "` for the text";
            if (!own.empty()) test = own;
        }
        begin = end + 4;
        if (end == text.size()) break;
    }
    return words;
}

}  // namespace flowc::dsl
