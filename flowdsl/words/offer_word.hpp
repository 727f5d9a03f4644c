#pragma once

#include <string_view>

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// Offers the word that was probably meant in the place of one that nobody knows. It guesses, so it is not safe. Only
/// plain words are put in the place of plain words: what has quotes has a reason for them.
void offer_word(Diagnostic& finding, Node written, std::string_view meant);

/// Drops fixes of other files, such as included ones, and of words that a definition's arguments or the environment fill
/// in: what stands there is not what was read.
void keep_fixes_of(const SourceFile& file, Diagnostics& diagnostics);

}  // namespace flowc::dsl
