#include "speech/secret.hpp"

#include <algorithm>
#include <vector>

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

/// The places at which a text names secrets.
struct Named {
    std::vector<AskedSecret> asked;
    std::vector<bool> not_asked;  ///< by byte: it names one there, and does not ask for it
};

/// Adds where a phrase names a secret.
void add_places(const Spoken& spoken, const Secret& secret, std::string_view phrase, const Language& language,
                Named& named) {
    std::size_t harmless = 0;  // where the latest name of something else ends in the text
    for (std::size_t first = 0; first < spoken.tokens.size(); ++first) {
        if (!spoken.tokens[first].is(begins)) continue;
        for (const std::string_view other : language.no_secrets)
            if (const auto place = phrase_at(spoken, first, other)) harmless = std::max(harmless, place->end);
        const std::optional<Place> place = phrase_at(spoken, first, phrase);
        if (!place) continue;
        if (place->end <= harmless || is_forbidden(spoken, first, language))
            std::fill(named.not_asked.begin() + static_cast<std::ptrdiff_t>(place->begin),
                      named.not_asked.begin() + static_cast<std::ptrdiff_t>(place->end), true);
        else named.asked.push_back({secret.name, place->begin, place->end});
    }
}

}  // namespace

std::optional<AskedSecret> asked_secret(Listener& listener, std::span<const Language* const> heard) {
    Named named{{}, std::vector<bool>(listener.text().size())};
    for (const Language* language : heard) {
        const Spoken* spoken = listener.in(*language, begins);
        if (!spoken) continue;
        for (const Secret& secret : language->secrets)
            for (const std::string_view phrase : secret.phrases) add_places(*spoken, secret, phrase, *language, named);
    }
    std::optional<AskedSecret> first;
    for (const AskedSecret& asked : named.asked) {
        // Languages have words in common, such as `PIN`, and only one of them understands the words around it.
        const auto begin = named.not_asked.begin() + static_cast<std::ptrdiff_t>(asked.begin);
        const auto end = named.not_asked.begin() + static_cast<std::ptrdiff_t>(asked.end);
        if (std::find(begin, end, true) != end) continue;
        if (!first || asked.begin < first->begin) first = asked;
    }
    return first;
}

bool says_to_enter(Listener& listener, std::span<const Language* const> heard, const AskedSecret& secret) {
    for (const Language* language : heard) {
        const Spoken* spoken = listener.in(*language, press);
        if (!spoken) continue;
        bool enters = false;  // in the sentence so far
        bool names = false;
        for (const Token& token : spoken->tokens) {
            if (token.kind == Token::Kind::stop) enters = names = false;
            enters = enters || token.is(press);
            names = names || token.begin == secret.begin;
            if (enters && names) return true;
        }
    }
    return false;
}

bool says_to_enter(Listener& listener, std::span<const Language* const> heard) {
    return std::any_of(heard.begin(), heard.end(),
                       [&](const Language* language) { return listener.in(*language, press) != nullptr; });
}

}  // namespace flowc::speech
