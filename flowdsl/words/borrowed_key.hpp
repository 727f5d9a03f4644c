#pragma once

#include <span>
#include <string_view>

namespace flowc::dsl {

/// Whether two words have the same letters and digits: neither case nor the signs between words count, so `numDigits` is
/// `num_digits`.
bool same_letters(std::string_view left, std::string_view right);

/// What somebody meant by a key that is not known where it stands.
struct MeantKey {
    std::string_view key;      ///< empty: none of those that are known
    std::string_view instead;  ///< what to write where no key says it, as the end of a sentence; mostly empty
};

/// The key among `known` that other tools call `word`, else the one whose letters are nearest.
MeantKey meant_key(std::string_view word, std::span<const std::string_view> known);

}  // namespace flowc::dsl
