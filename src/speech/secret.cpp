#include "speech/secret.hpp"

namespace flowc::speech {

std::optional<AskedSecret> asked_secret(Listener& listener, std::span<const Language* const> heard) {
    std::optional<AskedSecret> first;
    for (const Language* language : heard) {
        const Spoken* spoken = listener.in(*language);
        if (!spoken || !spoken->has(begins)) continue;
        for (const Secret& secret : language->secrets)
            for (const std::string_view phrase : secret.phrases) {
                const std::optional<Place> place = find_phrase(*spoken, phrase);
                if (place && (!first || place->begin < first->begin))
                    first = AskedSecret{secret.name, place->begin, place->end};
            }
    }
    return first;
}

}  // namespace flowc::speech
