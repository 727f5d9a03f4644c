#pragma once

#include <string>
#include <string_view>

namespace flowc::dsl {

/// The longest `Identifier` that the service takes.
inline constexpr std::size_t longest_identifier = 50;
/// The longest place of a step, which is a part of identifiers: none that is meant is longer.
inline constexpr std::size_t longest_place = 1000;

/// Letters, digits, `_` and `-` stay; everything else becomes `-`.
std::string identifier_from(std::string_view text);

/// What stands for an identifier that is too long: its first 43 characters, a `-`, and 6 hex digits of the whole's SHA-256.
std::string shortened(std::string_view identifier);

/// What the service takes as an `Identifier`.
bool is_legal_identifier(std::string_view text);

}  // namespace flowc::dsl
