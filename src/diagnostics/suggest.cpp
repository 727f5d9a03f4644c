#include "diagnostics/suggest.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "diagnostics/visible.hpp"
#include "source/ascii.hpp"
#include "source/utf8.hpp"

namespace flowc {

namespace {

/// Nobody means a longer word by mistake; it is also what fits into the bits of a word of the machine.
constexpr std::size_t longest = 64;
/// A search among more names would cost more than it helps.
constexpr std::size_t most_candidates = 1000;

/// Insertions, deletions, replacements and swaps of neighbours that turn a word into others, case ignored. A column of
/// the table that is usually drawn is kept as the bits of its differences (Hyyrö, 2003), so a letter takes a few steps.
class Distance {
  public:
    explicit Distance(std::string_view word) : size_(word.size()) {
        for (std::size_t i = 0; i < word.size(); ++i) places_[letter(word[i])] |= std::uint64_t{1} << i;
    }

    std::size_t to(std::string_view other) const {
        std::uint64_t rises = ~std::uint64_t{0}, falls = 0, even = 0, before = 0;
        const std::uint64_t last = std::uint64_t{1} << (size_ - 1);
        std::size_t slips = size_;
        for (const char c : other) {
            const std::uint64_t here = places_[letter(c)];
            const std::uint64_t swapped = ((~even & here) << 1) & before;
            even = ((((here & rises) + rises) ^ rises) | here | falls | swapped);
            std::uint64_t up = falls | ~(even | rises);
            std::uint64_t down = even & rises;
            if (up & last) ++slips;
            if (down & last) --slips;
            up = up << 1 | 1u;
            down <<= 1;
            rises = down | ~(even | up);
            falls = up & even;
            before = here;
        }
        return slips;
    }

  private:
    static unsigned char letter(char c) { return static_cast<unsigned char>(lower_case(c)); }

    std::size_t size_;
    std::array<std::uint64_t, 256> places_{};  ///< of each letter in the word
};

/// Slips that are forgiven: one in a short word, none in one or two letters.
std::size_t allowed(std::size_t length) { return length < 3 ? 0 : std::max<std::size_t>(1, length / 3); }

struct Nearest {
    std::string_view word;
    bool alone = true;  ///< no other is as near
};

Nearest search(std::string_view word, std::span<const std::string_view> candidates) {
    candidates = candidates.first(std::min(candidates.size(), most_candidates));
    for (const std::string_view candidate : candidates) {
        if (same_word(word, candidate)) return {candidate};
    }
    if (word.empty() || word.size() > longest) return {};
    const Distance distance(word);
    Nearest found;
    std::size_t least = allowed(word.size());
    for (const std::string_view candidate : candidates) {
        if (candidate.size() > longest) continue;
        const std::size_t shorter = std::min(word.size(), candidate.size());
        const std::size_t difference = std::max(word.size(), candidate.size()) - shorter;
        if (difference > least || shorter < 2) continue;
        const std::size_t slips = distance.to(candidate);
        if (slips > least) continue;
        if (slips == least && !found.word.empty()) {
            found.alone = found.alone && same_word(found.word, candidate);
            continue;
        }
        least = slips;
        found = {candidate};
    }
    return found;
}

}  // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
    return search(word, candidates).word;
}

std::string_view nearest_alone(std::string_view word, std::span<const std::string_view> candidates) {
    const Nearest found = search(word, candidates);
    return found.alone ? found.word : std::string_view{};
}

namespace {

bool is_letter_of_any_alphabet(char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

/// How many letters the word around a place has: `queueB`, `Sales_ES` and `en-US` have words of one and of two.
std::size_t word_length(std::string_view text, std::size_t at) {
    if (at >= text.size() || !is_letter_of_any_alphabet(text[at])) return 0;
    const auto goes_on = [&](std::size_t right) {
        return is_letter_of_any_alphabet(text[right]) && !(is_capital(text[right]) && !is_capital(text[right - 1]));
    };
    std::size_t begin = at;
    while (begin > 0 && is_letter_of_any_alphabet(text[begin - 1]) && goes_on(begin)) --begin;
    std::size_t end = at + 1;
    while (end < text.size() && goes_on(end)) ++end;
    return end - begin;
}

/// A byte with what it is written like for another one: without its accent, in small letters, and of the signs between words
/// all the same.
std::string written_plainly(std::string_view word) {
    constexpr std::string_view plain_letters = "aaaaaaaceeeeiiiidnooooo*ouuuuyps";  // of U+00C0 and those behind it
    std::string plain;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto next = i + 1 < word.size() ? static_cast<unsigned char>(word[i + 1]) : 0u;
        if (word[i] == '\xC3' && next >= 0x80 && next < 0xC0) {
            plain += plain_letters[(next - 0x80) % plain_letters.size()];
            ++i;
        } else {
            plain += word[i] == '_' || word[i] == ' ' ? '-' : lower_case(word[i]);
        }
    }
    return plain;
}

/// In shorter words another letter makes another word: `gold` and `bold`, `es` and `en`.
constexpr std::size_t shortest_mistyped = 5;
/// Of this length they are when a letter is added: `new` and `news`.
constexpr std::size_t shortest_missed = 4;

}  // namespace

bool is_slip(std::string_view left, std::string_view right) {
    if (left == right) return false;
    if (same_word(left, right)) return true;
    if (left.size() > right.size()) std::swap(left, right);
    constexpr std::size_t most_accents = 4;
    if (right.size() - left.size() <= most_accents && written_plainly(left) == written_plainly(right)) return true;
    if (left.size() < 3 || right.size() - left.size() > 1) return false;
    std::size_t same = 0;
    while (same < left.size() && lower_case(left[same]) == lower_case(right[same])) ++same;
    const std::string_view a = left.substr(same);
    const std::string_view b = right.substr(same);
    if (is_digit(b[0]) || (!a.empty() && is_digit(a[0]))) return false;
    if (a.size() < b.size())
        return same_word(a, b.substr(1)) &&
               (!is_letter_of_any_alphabet(b[0]) || word_length(right, same) > shortest_missed);
    const bool replaced = same_word(a.substr(1), b.substr(1));
    const bool swapped = a.size() > 1 && lower_case(a[0]) == lower_case(b[1]) && lower_case(a[1]) == lower_case(b[0]) &&
                         same_word(a.substr(2), b.substr(2));
    if (!replaced && !swapped) return false;
    // Nobody mistakes the first letter: `billing` and `filling`.
    if (replaced && (same == 0 || !is_letter_of_any_alphabet(left[same - 1]))) return false;
    return std::min(word_length(left, same), word_length(right, same)) >= shortest_mistyped;
}

bool is_slip_of_short_name(std::string_view read, std::string_view set) {
    constexpr std::size_t shortest = 3;
    constexpr std::size_t most = 4;
    if (read.size() < shortest || set.size() > most || read.size() > set.size()) return false;
    if (!std::all_of(read.begin(), read.end(), is_letter) || !std::all_of(set.begin(), set.end(), is_letter))
        return false;
    std::size_t same = 0;
    while (same < read.size() && lower_case(read[same]) == lower_case(set[same])) ++same;
    // Nobody mistakes the first letter.
    if (same == 0 || same == set.size()) return false;
    if (read.size() < set.size())
        return read.size() + 1 == set.size() && same_word(read.substr(same), set.substr(same + 1)) &&
               !(same == read.size() && lower_case(set[same]) == 's');
    return same + 1 < read.size() && lower_case(read[same]) == lower_case(set[same + 1]) &&
           lower_case(read[same + 1]) == lower_case(set[same]) &&
           same_word(read.substr(same + 2), set.substr(same + 2));
}

void append_quoted(std::string& out, std::string_view text) {
    constexpr std::size_t shown = 60;
    const auto is_plain = [](char c) { return c >= ' ' && c <= '~'; };
    out += '`';
    // Nearly all of nearly every text shows itself.
    const auto plain = std::find_if_not(text.begin(), text.begin() + std::min(text.size(), shown), is_plain);
    std::size_t columns = static_cast<std::size_t>(plain - text.begin());
    out.append(text, 0, columns);
    text.remove_prefix(columns);
    while (!text.empty() && columns < shown) text.remove_prefix(append_visible(out, text, columns));
    if (!text.empty()) out += "…";
    out += '`';
}

std::string quote(std::string_view text) {
    std::string out;
    out.reserve(quoted_size(text));
    append_quoted(out, text);
    return out;
}

std::string list(std::span<const std::string_view> words, std::string_view conjunction) {
    constexpr std::size_t most_listed = 100;
    const std::size_t more = words.size() - std::min(words.size(), most_listed);
    std::string out;
    for (std::size_t i = 0; i < words.size() - more; ++i) {
        if (i > 0) out += i + 1 < words.size() ? std::string(", ") : " " + std::string(conjunction) + " ";
        out += quote(words[i]);
    }
    if (more > 0) out += " " + std::string(conjunction) + " " + std::to_string(more) + " more";
    return out;
}

}  // namespace flowc
