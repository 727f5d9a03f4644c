#pragma once

#include <string_view>

namespace flowc::dsl {

/// What to write in the place of a word that is a verb in other languages, or elsewhere in this one, as the end of a
/// sentence; empty: nothing is known of it.
std::string_view instead_of_borrowed_verb(std::string_view word);

}  // namespace flowc::dsl
