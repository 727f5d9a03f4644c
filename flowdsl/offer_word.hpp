#pragma once

#include <string_view>

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// Offers the word that was probably meant in the place of one that nobody knows. It guesses, so it is not safe. Only
/// plain words are put in the place of plain words: what has quotes has a reason for them.
void offer_word(Diagnostic& finding, Node written, std::string_view meant);

}  // namespace flowc::dsl
