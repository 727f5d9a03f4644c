#include "speech/secret.hpp"

#include <algorithm>

namespace flowc::speech {

namespace {

bool stands_at(const Spoken& spoken, std::size_t token, std::span<const std::string_view> phrases) {
    if (!spoken.tokens[token].is(begins)) return false;
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](std::string_view phrase) { return phrase_at(spoken, token, phrase).has_value(); });
}

/// Whether the words between the last comma or stop and a token ask not for what it names: `do not enter your PIN`.
bool is_forbidden(const Spoken& spoken, std::size_t token, const Language& language) {
    while (token > 0) {
        const Token& before = spoken.tokens[--token];
        if (before.kind == Token::Kind::comma || before.kind == Token::Kind::stop) return false;
        if (stands_at(spoken, token, language.forbids)) return true;
    }
    return false;
}

/// The first time that a phrase names a secret which is asked for.
std::optional<Place> asked_by(const Spoken& spoken, std::string_view phrase, const Language& language) {
    std::size_t harmless = 0;  // where the latest name of something else ends in the text
    for (std::size_t first = 0; first < spoken.tokens.size(); ++first) {
        if (!spoken.tokens[first].is(begins)) continue;
        for (const std::string_view other : language.no_secrets)
            if (const auto place = phrase_at(spoken, first, other)) harmless = std::max(harmless, place->end);
        const std::optional<Place> place = phrase_at(spoken, first, phrase);
        if (place && place->end > harmless && !is_forbidden(spoken, first, language)) return place;
    }
    return std::nullopt;
}

}  // namespace

std::optional<AskedSecret> asked_secret(Listener& listener, std::span<const Language* const> heard) {
    std::optional<AskedSecret> first;
    for (const Language* language : heard) {
        const Spoken* spoken = listener.in(*language, begins);
        if (!spoken) continue;
        for (const Secret& secret : language->secrets)
            for (const std::string_view phrase : secret.phrases) {
                const std::optional<Place> place = asked_by(*spoken, phrase, *language);
                if (place && (!first || place->begin < first->begin))
                    first = AskedSecret{secret.name, place->begin, place->end};
            }
    }
    return first;
}

}  // namespace flowc::speech
