#include "speech/transfer_words.hpp"

namespace flowc::speech {

namespace {

bool ends_clause(const Token& token) { return token.kind == Token::Kind::comma || token.kind == Token::Kind::stop; }

std::optional<Place> one_of(const Spoken& spoken, std::size_t token, std::span<const std::string_view> phrases) {
    if (!spoken.tokens[token].is(promises)) return std::nullopt;
    for (const std::string_view phrase : phrases)
        if (const std::optional<Place> place = phrase_at(spoken, token, phrase)) return place;
    return std::nullopt;
}

/// What is said between two commas, or to the end of a sentence.
struct Clause {
    std::optional<Place> promised;
    bool takes_back = false;
};

/// The clause of the tokens from `first` to `last`.
Clause read_clause(const Spoken& spoken, std::size_t first, std::size_t last, const Language& language) {
    Clause clause;
    for (std::size_t i = first; i < last; ++i) {
        if (!clause.promised) clause.promised = one_of(spoken, i, language.transfers);
        clause.takes_back = clause.takes_back || one_of(spoken, i, language.takes_back);
    }
    return clause;
}

std::optional<Place> promised_in(const Spoken& spoken, const Language& language) {
    const std::vector<Token>& tokens = spoken.tokens;
    const auto begins_with_condition = [&](std::size_t first) {
        return first < tokens.size() && one_of(spoken, first, language.takes_back).has_value();
    };
    bool after_condition = false;  // `if you wait, we connect you`
    for (std::size_t first = 0; first < tokens.size(); ++first) {
        std::size_t last = first;
        while (last < tokens.size() && !ends_clause(tokens[last])) ++last;
        const bool goes_on = last < tokens.size() && tokens[last].kind == Token::Kind::comma;
        const Clause clause = read_clause(spoken, first, last, language);
        const bool before_condition = goes_on && begins_with_condition(last + 1);  // `we connect you, if you wait`
        if (clause.promised && !clause.takes_back && !after_condition && !before_condition) return clause.promised;
        after_condition = goes_on && begins_with_condition(first);
        first = last;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Place> promised_transfer(std::string_view text, std::span<const Language* const> heard) {
    Listener listener(text);
    for (const Language* language : heard) {
        const Spoken* spoken = listener.in(*language);
        if (!spoken || !spoken->has(promises)) continue;
        if (const std::optional<Place> promised = promised_in(*spoken, *language)) return promised;
    }
    return std::nullopt;
}

}  // namespace flowc::speech
