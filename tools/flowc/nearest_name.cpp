#include "nearest_name.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace flowc::cli {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins(std::string_view name, std::string_view word) {
    return name.size() > word.size() &&
           std::equal(word.begin(), word.end(), name.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t k = 0; k < b.size(); ++k) {
            const std::size_t change = diagonal + (lower(a[i]) == lower(b[k]) ? 0 : 1);
            diagonal = row[k + 1];
            row[k + 1] = std::min({change, row[k] + 1, diagonal + 1});
        }
    }
    return row.back();
}

}  // namespace

std::string_view nearest_name(std::string_view word, std::span<const std::string_view> names) {
    constexpr std::size_t longest = 100;
    if (word.size() > longest) return {};
    std::string_view best;
    // The beginning of a word is no slip.
    for (const std::string_view name : names)
        if (word.size() > 1 && begins(name, word) && (best.empty() || name.size() < best.size())) best = name;
    if (!best.empty()) return best;
    std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const std::string_view name : names) {
        const std::size_t slips = distance(word, name);
        if (slips < least && slips < name.size()) {
            least = slips;
            best = name;
        }
    }
    return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> names) {
    const std::string_view near = nearest_name(word, names);
    return near.empty() ? std::string{} : "; did you mean `" + std::string(near) + "`?";
}

std::string one_of(std::span<const std::string_view> names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
        text.append("`").append(names[i]).append("`");
    }
    return text;
}

}  // namespace flowc::cli
