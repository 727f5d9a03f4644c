#include "service_error/written_path.hpp"

#include <algorithm>
#include <array>

#include "source/ascii.hpp"
#include "source_map/path.hpp"

namespace flowc::service_error_detail {

namespace {

constexpr std::string_view actions_key = "Actions";
constexpr std::array<std::string_view, 4> keys_of_an_action{"Identifier", "Type", "Parameters", "Transitions"};
constexpr std::array<std::string_view, 3> keys_of_transitions{"NextAction", "Errors", "Conditions"};

std::string_view first_name(std::string_view path) { return path.substr(0, path.find_first_of(".[")); }

/// The key as it is spelt, where the word is one of `keys`; else empty.
template <std::size_t Count>
std::string_view key_of(std::string_view word, const std::array<std::string_view, Count>& keys) {
    const auto key =
        std::find_if(keys.begin(), keys.end(), [&](std::string_view each) { return same_word(each, word); });
    return key == keys.end() ? std::string_view{} : *key;
}

/// The way within an action; empty where it begins with nothing that actions have.
std::string within_action(std::string_view path) {
    const std::string_view word = first_name(path);
    const std::string_view key = key_of(word, keys_of_an_action);
    if (key.empty()) return {};
    std::string result(key);
    path.remove_prefix(word.size());
    if (key == "Transitions" && path.starts_with('.')) {
        const std::string_view below = first_name(path.substr(1));
        if (const std::string_view known = key_of(below, keys_of_transitions); !known.empty()) {
            result.append(".").append(known);
            path.remove_prefix(1 + below.size());
        }
    }
    return result.append(path);
}

std::string of_action(std::string_view index, std::string_view rest) {
    std::string path = "Actions[" + std::string(index) + "]";
    if (rest == ".Evaluate") return path + ".Transitions.Conditions";
    const std::string within = rest.starts_with('.') ? within_action(rest.substr(1)) : std::string{};
    return within.empty() ? path : path + "." + within;
}

/// `/Actions/2/Parameters/a~1b`, as RFC 6901 writes it.
std::string from_pointer(std::string_view pointer) {
    std::string path;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::string_view written = pointer.substr(0, pointer.find('/'));
        pointer.remove_prefix(written.size());
        std::string key;
        for (std::size_t i = 0; i < written.size(); ++i) {
            const bool escape =
                written[i] == '~' && i + 1 < written.size() && (written[i + 1] == '0' || written[i + 1] == '1');
            key += escape ? (written[++i] == '0' ? '~' : '/') : written[i];
        }
        source_map_detail::append_key(path, key);
    }
    return path;
}

/// Takes the first step behind `Actions` off: a number, an identifier or something else, without dot, brackets and quotes.
std::string_view take_index(std::string_view& rest) {
    const bool quoted = rest.starts_with("['");
    const bool bracketed = rest.starts_with('[');
    const std::size_t begin = quoted ? 2 : 1;
    std::size_t end = quoted      ? rest.find("']", begin)
                      : bracketed ? rest.find(']', begin)
                                  : rest.find_first_of(".[", begin);
    end = std::min(end, rest.size());
    std::string_view index = rest.substr(begin, end - begin);
    rest.remove_prefix(std::min(rest.size(), end + (quoted ? 2 : bracketed ? 1 : 0)));
    if (index.starts_with('[')) index.remove_prefix(1);
    if (index.ends_with(']')) index.remove_suffix(1);
    return index;
}

/// Where a path ends that stands in a sentence.
std::size_t end_of_path(std::string_view text, std::size_t begin) {
    char quote = 0;
    bool in_brackets = false;
    for (std::size_t i = begin; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
            continue;
        }
        if (in_brackets && (c == '\'' || c == '"')) quote = c;
        else if (c == '[') in_brackets = true;
        else if (c == ']') in_brackets = false;
        else if (is_space(c) || std::string_view("'\"`,;:(){}<>").find(c) != std::string_view::npos) return i;
    }
    return text.size();
}

/// Where `Actions[`, `Actions.2` or `Actions/2` begins; behind the end where nothing does.
std::size_t begin_of_path(std::string_view text) {
    for (std::size_t i = 0; i + actions_key.size() + 1 < text.size(); ++i) {
        if (i > 0 && is_name_character(text[i - 1])) continue;
        if (!same_word(text.substr(i, actions_key.size()), actions_key)) continue;
        const char behind = text[i + actions_key.size()];
        const char next = text[i + actions_key.size() + 1];
        const bool numbered = (behind == '.' || behind == '/') && (is_digit(next) || next == '-');
        if (behind == '[' || numbered) return behind == '/' && i > 0 && text[i - 1] == '/' ? i - 1 : i;
    }
    return std::string_view::npos;
}

}  // namespace

std::string path_of(std::string_view written) {
    while (!written.empty() && (written.back() == '.' || is_space(written.back()))) written.remove_suffix(1);
    if (written.starts_with('#')) written.remove_prefix(1);
    const std::string path = written.starts_with('/') ? from_pointer(written) : source_map_detail::canonical(written);
    const std::string_view head = first_name(path);
    std::string_view rest = std::string_view(path).substr(head.size());
    if (!head.empty() && std::all_of(head.begin(), head.end(), is_digit)) return of_action(head, rest);
    if (!same_word(head, actions_key) || rest.empty()) {
        const std::string within = within_action(path);
        return within.empty() ? path : within;
    }
    const std::string_view all = rest;
    const std::string_view index = take_index(rest);
    const bool of_any = index.empty() || index == "*" || !key_of(index, keys_of_an_action).empty();
    if (!of_any) return of_action(index, rest);
    if (index.empty() || index == "*") return rest.starts_with('.') ? within_action(rest.substr(1)) : std::string{};
    return within_action(all.substr(1));
}

std::string path_in(std::string_view text) {
    constexpr std::string_view sign = "Path: ";
    const std::size_t at = text.find(sign);
    const std::size_t begin = at == std::string_view::npos ? begin_of_path(text) : at + sign.size();
    if (begin >= text.size()) return {};
    return path_of(text.substr(begin, end_of_path(text, begin) - begin));
}

}  // namespace flowc::service_error_detail
