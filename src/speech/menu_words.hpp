#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "speech/tokens.hpp"
#include "speech/words.hpp"

namespace flowc::speech {

/// The keys of a telephone.
inline constexpr std::string_view telephone_keys = "0123456789*#";

/// A set of them.
class KeySet {
  public:
    void add(char key) { bits_ = static_cast<std::uint16_t>(bits_ | bit(key)); }
    bool has(char key) const { return (bits_ & bit(key)) != 0; }

  private:
    static std::uint16_t bit(char key) {
        const std::size_t at = telephone_keys.find(key);
        return at == std::string_view::npos ? std::uint16_t{0} : static_cast<std::uint16_t>(1u << at);
    }
    std::uint16_t bits_ = 0;
};

/// A key that callers are told to press.
struct Promise {
    char key;
    std::size_t begin;  ///< where the key stands in the text
    std::size_t end;
    bool rest;  ///< for whatever is left: `otherwise`, `all other questions`
};

/// What callers hear of the keys.
struct MenuWords {
    std::vector<Promise> promised;  ///< those that are certain, in order
    KeySet mentioned;               ///< whatever names a key in some way, in any language that flowc has words of
    bool any_key = false;           ///< they are told that any key will do
    bool dynamic = false;           ///< a part of it is known in the call only
};

/// Reads what is said, as text or as markup; keys are promised in one of `heard` alone.
MenuWords read_menu_words(Listener& listener, std::span<const Language* const> heard);
/// Whether a part of it is in none of the languages whose words promise a key: nobody knows what is promised there.
bool has_foreign_part(Listener& listener, std::span<const Language* const> heard);
/// What it promises, and nothing else.
std::vector<Promise> read_promises(Listener& listener, std::span<const Language* const> heard);

}  // namespace flowc::speech
