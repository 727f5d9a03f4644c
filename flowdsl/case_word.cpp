#include "flowdsl/case_word.hpp"

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

bool begins_like_a_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && ((text[0] >= '0' && text[0] <= '9') || text.starts_with("$.") || text.starts_with("{"));
}

CaseWord read_word(std::string_view word, Span span, bool operators) {
    if (operators)
        for (const OperatorWord& known : operator_words)
            if (word.starts_with(known.words) && (!known.number || begins_like_a_number(word.substr(known.words.size()))))
                return {std::string{known.op}, std::string{word.substr(known.words.size())}, span};
    return {"Equals", std::string{word}, span};
}

}  // namespace

std::vector<CaseWord> read_case(Node key, bool operators) {
    const std::string_view text = key.text();
    // `is x` is the text x as it stands, ` or ` and all.
    if (text.starts_with("is ") && operators) return {{"Equals", std::string{text.substr(3)}, key.span()}};
    const bool as_written = key.span().size() == text.size();
    std::vector<CaseWord> words;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(" or ", begin), text.size());
        Span span = key.span();
        if (as_written) span = {span.begin + static_cast<std::uint32_t>(begin), span.begin + static_cast<std::uint32_t>(end)};
        words.push_back(read_word(text.substr(begin, end - begin), span, operators));
        begin = end + 4;
        if (end == text.size()) break;
    }
    return words;
}

}  // namespace flowc::dsl
