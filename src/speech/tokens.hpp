#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "speech/words.hpp"

namespace flowc::speech {

/// A piece of what is spoken, as one language reads it.
struct Token {
    enum class Kind : std::uint8_t {
        word,    ///< also a figure that is no key, and whatever the language has no word for
        figure,  ///< a key written as `1`, `*` or `#`
        dash,    ///< between two figures
        comma,
        stop,      ///< ends a sentence
        reference  ///< `$.…`: what it says is known in the call
    };
    Kind kind;
    std::uint16_t roles;  ///< bits of `Role`
    char key;             ///< the key that it names; 0: none
    std::size_t begin;    ///< where it stands in the text
    std::size_t end;

    bool is(Role role) const { return (roles & role) != 0; }
};

/// A text as it is heard.
struct Spoken {
    std::string small;  ///< the text in small letters, of the same length
    std::vector<Token> tokens;
};

/// Takes a text to pieces, for all languages with spaces between words: what the words mean in one of them,
/// `understand` says. Tags of speech markup say nothing and are passed over.
Spoken listen(std::string_view text);
/// Gives the words the roles and the keys that they have in a language with spaces.
void understand(Spoken& spoken, const Language& language);
/// Both, for a language without spaces: its words tell where they end.
Spoken listen(std::string_view text, const Language& language);

struct Place {
    std::size_t begin;
    std::size_t end;
};
/// Where the words of a phrase stand one behind the other for the first time.
std::optional<Place> find_phrase(const Spoken& spoken, std::string_view phrase);

}  // namespace flowc::speech
