#include "nearest_name.hpp"

#include <algorithm>

#include "diagnostics/suggest.hpp"
#include "source/ascii.hpp"

namespace flowc::cli {

namespace {

bool begins(std::string_view name, std::string_view word) {
    return name.size() > word.size() && std::equal(word.begin(), word.end(), name.begin(),
                                                   [](char a, char b) { return lower_case(a) == lower_case(b); });
}

}  // namespace

std::string_view nearest_name(std::string_view word, std::span<const std::string_view> names) {
    for (const std::string_view name : names)
        if (same_word(name, word)) return name;
    std::string_view best;
    // The beginning of a word is no slip.
    for (const std::string_view name : names)
        if (word.size() > 1 && begins(name, word) && (best.empty() || name.size() < best.size())) best = name;
    return best.empty() ? nearest(word, names) : best;
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
