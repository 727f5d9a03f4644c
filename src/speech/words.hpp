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
    common = 2048,    ///< does nothing, and shows that words are of this language: `thank`
    promises = 1024,  ///< the first word of a phrase that promises a transfer, or takes the promise back
    transfer = 4096   ///< the longest word of a phrase that promises a transfer
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
    std::uint16_t roles;    ///< in any of the languages
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

/// Those words, found by a table that is made when flowc is compiled: every word of every prompt is looked up.
class SpokenWords {
  public:
    constexpr explicit SpokenWords(std::span<const SpokenWord> words) : words_(words) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            std::size_t slot = slot_of(words[i].text);
            while (slots_[slot] != 0) slot = (slot + 1) % slot_count;
            slots_[slot] = static_cast<std::uint16_t>(i + 1);
        }
    }

    constexpr std::span<const SpokenWord> all() const { return words_; }
    /// Null: none of the languages knows it.
    const SpokenWord* find(std::string_view word) const {
        for (std::size_t slot = slot_of(word); slots_[slot] != 0; slot = (slot + 1) % slot_count)
            if (const SpokenWord& known = words_[slots_[slot] - 1u]; known.text == word) return &known;
        return nullptr;
    }

  private:
    static constexpr std::size_t slot_count = 1024;
    static constexpr std::size_t slot_of(std::string_view word) {
        const auto byte = [&](std::size_t at) { return std::size_t{static_cast<unsigned char>(word[at])}; };
        return (byte(0) * 5 + byte(word.size() / 2) * 67 + byte(word.size() - 1) * 23 + word.size() * 131) % slot_count;
    }

    std::span<const SpokenWord> words_;
    std::array<std::uint16_t, slot_count> slots_{};  ///< the place of a word in `words_`, and one; 0: free
};
const SpokenWords& spoken_words();

/// The first four letters of all words with a role: most texts have none of those words, which is seen without taking them to
/// words.
class Beginnings {
  public:
    constexpr Beginnings(std::span<const SpokenWord> words, Role role) {
        for (const SpokenWord& word : words) {
            if ((word.roles & role) == 0) continue;
            std::uint32_t letters = 0;
            if (word.text.size() < length) any_ = true;
            for (const char letter : word.text.substr(0, length)) letters = with(letters, letter);
            places_[place_of(letters) / 64] |= bit_of(place_of(letters));
        }
    }

    /// Whether one of the words may stand in a text, in small letters or capitals. No is certain.
    bool may_be_in(std::string_view text) const {
        std::uint32_t letters = 0;
        std::uint64_t found = 0;
        for (const char letter : text) {
            letters = with(letters, letter);
            found |= places_[place_of(letters) / 64] & bit_of(place_of(letters));
        }
        return any_ || found != 0;
    }

  private:
    static constexpr std::size_t length = 4;
    static constexpr unsigned bits = 5;  // of a letter, small or capital
    static constexpr std::uint32_t with(std::uint32_t letters, char letter) {
        return (letters << bits | (static_cast<unsigned char>(letter) & ((1u << bits) - 1))) &
               ((1u << length * bits) - 1);
    }
    static constexpr unsigned place_bits = 11;
    static constexpr std::uint32_t place_of(std::uint32_t letters) {
        return letters * 0x9E3779B1u >> (32 - place_bits);
    }
    static constexpr std::uint64_t bit_of(std::uint32_t place) { return std::uint64_t{1} << (place % 64); }

    std::array<std::uint64_t, (1u << place_bits) / 64> places_{};
    bool any_ = false;  ///< one of the words is shorter
};
const Beginnings& transfer_beginnings();

}  // namespace flowc::speech
