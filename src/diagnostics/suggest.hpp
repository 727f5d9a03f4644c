#pragma once

#include <span>
#include <string>
#include <string_view>

namespace flowc {

/// The candidate that was probably meant by `word`: one that differs in case alone, else one a few
/// slips of the hand away, the nearest and of those the first. Empty where none is near.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);
/// The same of names that somebody has counted or derived from each other: empty, too, where several are as near.
std::string_view nearest_alone(std::string_view word, std::span<const std::string_view> candidates);

/// Whether two words are probably meant to be one: they differ in case alone, or by one slip of the hand that is no digit: a
/// letter more, less or another, or two that have changed places. In a short word that makes another word, and no slip.
bool is_slip(std::string_view left, std::string_view right);

/// The same of a short name that is read, of three or four letters, and one that is known to be set: two letters have changed
/// places, or the one that is read lacks a letter. A plural is another word.
bool is_slip_of_short_name(std::string_view read, std::string_view set);

/// `text` in backticks as messages show what they found: made visible, and cut past 60 characters.
std::string quote(std::string_view text);
/// The same behind what stands there.
void append_quoted(std::string& out, std::string_view text);
/// How long that is at most where nothing has to be made visible.
constexpr std::size_t quoted_size(std::string_view text) {
    constexpr std::size_t longest = 65;
    return text.size() + 2 < longest ? text.size() + 2 : longest;
}

/// Every word in backticks: "`a`, `b` or `c`" for the conjunction "or"; of very many the first, and how many more.
std::string list(std::span<const std::string_view> words, std::string_view conjunction);

}  // namespace flowc
