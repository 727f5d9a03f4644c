#include "speech/transfer_words.hpp"

#include <algorithm>

namespace flowc::speech {

namespace {

bool ends_clause(const Token& token) { return token.kind == Token::Kind::comma || token.kind == Token::Kind::stop; }

/// The first of the phrases that begins at one of the tokens from `first` to `last`.
std::optional<Place> first_of(const Spoken& spoken, std::size_t first, std::size_t last,
                              std::span<const std::string_view> phrases) {
    for (std::size_t token = first; token < std::min(last, spoken.tokens.size()); ++token) {
        if (!spoken.tokens[token].is(promises)) continue;
        for (const std::string_view phrase : phrases)
            if (const std::optional<Place> place = phrase_at(spoken, token, phrase)) return place;
    }
    return std::nullopt;
}

/// Goes from clause to clause, which end at a comma or with a sentence.
std::optional<Place> promised_in(const Spoken& spoken, const Language& language) {
    const std::vector<Token>& tokens = spoken.tokens;
    const auto takes_back = [&](std::size_t first, std::size_t last) {
        return first_of(spoken, first, last, language.takes_back).has_value();
    };
    const auto is_condition = [&](std::optional<std::size_t> clause) {
        return clause && takes_back(*clause, *clause + 1);
    };
    std::optional<std::size_t> before;  // the clause in front of the comma, if one is there
    for (std::size_t first = 0; first < tokens.size(); ++first) {
        std::size_t last = first;
        while (last < tokens.size() && !ends_clause(tokens[last])) ++last;
        const bool goes_on = last < tokens.size() && tokens[last].kind == Token::Kind::comma;
        const std::optional<std::size_t> behind = goes_on ? std::optional(last + 1) : std::nullopt;
        // `we cannot connect you`; `if you wait, we connect you`; `we connect you, if you wait`
        const std::optional<Place> promised = first_of(spoken, first, last, language.transfers);
        if (promised && !takes_back(first, last) && !is_condition(before) && !is_condition(behind)) return promised;
        before = goes_on ? std::optional(first) : std::nullopt;
        first = last;
    }
    return std::nullopt;
}

}  // namespace

bool may_promise_transfer(std::string_view text) {
    return transfer_beginnings().may_be_in(text) || has_unspaced_letters(text);
}

std::optional<Place> promised_transfer(Listener& listener, std::span<const Language* const> heard) {
    if (!listener.may_have(transfer)) return std::nullopt;
    for (const Language* language : heard) {
        const Spoken* spoken = listener.in(*language, transfer);
        if (!spoken) continue;
        if (const std::optional<Place> promised = promised_in(*spoken, *language)) return promised;
    }
    return std::nullopt;
}

}  // namespace flowc::speech
