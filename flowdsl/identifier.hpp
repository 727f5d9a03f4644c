#pragma once

#include <string>
#include <string_view>

namespace flowc::dsl {

/// Letters, digits, `_` and `-` stay; everything else becomes `-`.
std::string identifier_from(std::string_view text);

/// At most 50 characters: a longer one keeps its first 43, a `-`, and 6 hex digits of the whole's SHA-256.
std::string fit_identifier(std::string identifier);

/// The same for the place of a step, which is a part of identifiers: one longer than any that is meant becomes short.
std::string bounded_place(std::string place);

/// What the service takes as an `Identifier`.
bool is_legal_identifier(std::string_view text);

}  // namespace flowc::dsl
