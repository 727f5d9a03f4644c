#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "speech/tokens.hpp"
#include "speech/words.hpp"

namespace flowc::speech {

/// A secret that callers are asked for, and where in the text.
struct AskedSecret {
    std::string_view name;
    std::size_t begin;
    std::size_t end;
};

/// The first secret that a text asks for in one of the languages; nothing: none that is known.
std::optional<AskedSecret> asked_secret(Listener& listener, std::span<const Language* const> heard);
/// Whether the sentence in which a secret is named says to enter something.
bool says_to_enter(Listener& listener, std::span<const Language* const> heard, const AskedSecret& secret);
/// Whether any sentence does.
bool says_to_enter(Listener& listener, std::span<const Language* const> heard);

}  // namespace flowc::speech
