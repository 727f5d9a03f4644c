#include "diagnostics/suggest.hpp"

#include <algorithm>
#include <array>

#include "diagnostics/visible.hpp"
#include "source/utf8.hpp"

namespace flowc {

namespace {

/// Nobody means a longer word by mistake; it also bounds the cost.
constexpr std::size_t longest = 80;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool equal_but_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

/// Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`, case ignored.
std::size_t distance(std::string_view a, std::string_view b) {
    using Row = std::array<std::size_t, longest + 1>;
    std::array<Row, 3> rows;
    Row* before = &rows[0];
    Row* last = &rows[1];
    Row* now = &rows[2];
    for (std::size_t j = 0; j <= b.size(); ++j) (*last)[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        (*now)[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            std::size_t best = std::min({(*last)[j] + 1, (*now)[j - 1] + 1, (*last)[j - 1] + (same ? 0u : 1u)});
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1])) {
                best = std::min(best, (*before)[j - 2] + 1);
            }
            (*now)[j] = best;
        }
        Row* const oldest = before;
        before = last;
        last = now;
        now = oldest;
    }
    return (*last)[b.size()];
}

/// Slips that are forgiven: one in a short word, none in one or two letters.
std::size_t allowed(std::size_t length) { return length < 3 ? 0 : std::max<std::size_t>(1, length / 3); }

}  // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
    for (const std::string_view candidate : candidates) {
        if (equal_but_case(word, candidate)) return candidate;
    }
    if (word.size() > longest) return {};
    std::string_view found;
    std::size_t least = allowed(word.size()) + 1;
    for (const std::string_view candidate : candidates) {
        if (candidate.size() > longest) continue;
        const std::size_t shorter = std::min(word.size(), candidate.size());
        const std::size_t difference = std::max(word.size(), candidate.size()) - shorter;
        if (difference >= least || shorter < 2) continue;
        const std::size_t slips = distance(word, candidate);
        if (slips < least) {
            least = slips;
            found = candidate;
        }
    }
    return found;
}

std::string quote(std::string_view text) {
    constexpr std::size_t shown = 60;
    std::string out = "`";
    std::size_t columns = 0;
    while (!text.empty() && columns < shown) text.remove_prefix(append_visible(out, text, columns));
    if (!text.empty()) out += "…";
    return out += '`';
}

std::string list(std::span<const std::string_view> words, std::string_view conjunction) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) out += i + 1 < words.size() ? std::string(", ") : " " + std::string(conjunction) + " ";
        out += quote(words[i]);
    }
    return out;
}

}  // namespace flowc
