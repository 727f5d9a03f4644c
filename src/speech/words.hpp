#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

/// What flowc knows of languages: the words by which a menu offers its keys, asks for a secret, and a prompt promises a
/// transfer. Generated from `schemas/speech/<language>.json`.
namespace flowc::speech {

/// What a word does in the words of a menu; bits, since one word does several things.
enum Role : std::uint16_t {
    press = 1,        ///< asks for a key: `press`
    between = 2,      ///< may stand between that and the key: `the`, `number`
    behind = 4,       ///< may stand right behind a key that is spoken as a word: `for`
    measure = 8,      ///< right behind a figure it says that the figure is no key: `digits`
    join = 16,        ///< adds a key: `or`
    range = 32,       ///< from one key to another: `to`
    spans = 64,       ///< before two keys with a join between them: `between`
    object = 128,     ///< right behind a key it asks for the key: `を`
    otherwise = 256,  ///< what is offered is meant for all that is left: `otherwise`
    begins = 512,     ///< the first word of a phrase
    promises = 1024   ///< the first word of a phrase that promises a transfer, or takes the promise back
};

struct Meaning {
    std::uint16_t roles = 0;
    char key = 0;  ///< the key that the word names; 0: none
};

/// A word of a language without spaces between words.
struct Word {
    std::string_view text;
    Meaning meaning;
};

/// A word of the others, and what it means in each, in the order of `languages()`: a text is read once for all of them.
struct SpokenWord {
    std::string_view text;  ///< in small letters
    std::span<const Meaning> meanings;
};

/// What nobody should hear or read but the caller, and the phrases by which it is asked for.
struct Secret {
    std::string_view name;  ///< in English, for messages
    std::span<const std::string_view> phrases;
};

/// A key that several words name.
struct KeyPhrase {
    std::string_view phrase;  ///< `number sign`
    char key;
};

struct Language {
    std::string_view code;        ///< `en`
    bool spaces;                  ///< whether spaces stand between words
    std::span<const Word> words;  ///< sorted by text; empty where there are spaces
    std::span<const KeyPhrase> key_phrases;
    std::span<const std::string_view> any_key;
    std::span<const std::string_view> transfers;   ///< phrases that promise a transfer: `connecting you`
    std::span<const std::string_view> takes_back;  ///< words with which nothing is promised: `not`, `if`
    std::span<const Secret> secrets;
    std::span<const std::string_view> no_secrets;  ///< what has a secret's name in it and is none: `gift card number`
    std::span<const std::string_view> forbids;     ///< before a secret's name: it is not asked for: `never`
};

/// Those with words, sorted by code. No two have a `press` word in common, so the word tells the language.
std::span<const Language> languages();

struct SpokenWords {
    std::span<const SpokenWord> words;     ///< sorted by text
    std::array<std::uint16_t, 257> first;  ///< the first word that begins with a byte or a greater one
};
const SpokenWords& spoken_words();

}  // namespace flowc::speech
