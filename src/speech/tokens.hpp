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
    char key;             ///< the key that it names; 0: none
    std::uint16_t roles;  ///< bits of `Role`
    std::uint32_t begin;  ///< where it stands in the text
    std::uint32_t end;
    const SpokenWord* word;  ///< what a word is in the languages with spaces; null: none knows it

    bool is(Role role) const { return (roles & role) != 0; }
};

/// A text as it is heard.
struct Spoken {
    std::string small;  ///< the text in small letters, of the same length
    std::vector<Token> tokens;
    std::uint16_t roles = 0;  ///< of all tokens together

    bool has(Role role) const { return (roles & role) != 0; }
};

/// Whether a letter stands in a text as languages without spaces write them.
bool has_unspaced_letters(std::string_view text);

/// Whether there is a word, a figure or a reference in a text. Tags of speech markup say nothing.
bool says_something(std::string_view text);

/// Reads a text in one language after the other; takes it to words once for all of them.
class Listener {
  public:
    explicit Listener(std::string_view text);

    std::string_view text() const { return text_; }
    /// For all languages with spaces between words; their words have no roles and no keys yet.
    const Spoken& words() const { return spaced_; }
    /// Whether a word may have a role in some language.
    bool may_have(Role role) const { return (roles_in_any_ & role) != 0 || unspaced_letters_; }
    /// The same in one language, which has spaces between words.
    bool has(const Language& language, Role role) const;
    /// The text as one of `languages()` reads it, until another is asked for. Null: no letter of that language is in it.
    const Spoken* in(const Language& language);
    /// The same, where a word has that role; else null. Keys that several words name are left out.
    const Spoken* in(const Language& language, Role role);

  private:
    /// Takes the text as one of the languages reads it, word by word. Null as for `in`.
    const Spoken* read_words(const Language& language);
    /// Gives the last word of each phrase its key.
    void name_keys(std::span<const KeyPhrase> phrases);

    std::string_view text_;
    Spoken spaced_;
    std::uint16_t roles_in_any_ = 0;  ///< of its words, in any of the languages with spaces
    bool unspaced_letters_;           ///< letters stand in it as languages without spaces write them
    std::optional<Spoken> unspaced_;
};

struct Place {
    std::size_t begin;
    std::size_t end;
};
/// `phrase_at` where the first letter fits.
std::optional<Place> whole_phrase_at(const Spoken& spoken, std::size_t token, std::string_view phrase);
/// Where the words of a phrase stand one behind the other, the first of them being a token; nothing: they do not. Nearly
/// every phrase begins with another letter.
inline std::optional<Place> phrase_at(const Spoken& spoken, std::size_t token, std::string_view phrase) {
    if (spoken.small[spoken.tokens[token].begin] != phrase.front()) return std::nullopt;
    return whole_phrase_at(spoken, token, phrase);
}
/// Where they do so for the first time.
std::optional<Place> find_phrase(const Spoken& spoken, std::string_view phrase);

}  // namespace flowc::speech
