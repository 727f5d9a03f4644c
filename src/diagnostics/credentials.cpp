#include "diagnostics/credentials.hpp"

#include <algorithm>
#include <array>

#include "source/byte_set.hpp"

namespace flowc {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper_or_digit(char c) { return (c >= 'A' && c <= 'Z') || is_digit(c); }
bool is_letter_or_digit(char c) { return is_upper_or_digit(c) || (c >= 'a' && c <= 'z'); }
bool is_token_byte(char c) {
    return is_letter_or_digit(c) || c == '-' || c == '_' || c == '.' || c == '+' || c == '/' || c == '=';
}

/// How many bytes a text begins with that fit.
template <typename Fits>
std::size_t run(std::string_view text, Fits fits) {
    std::size_t length = 0;
    while (length < text.size() && fits(text[length])) ++length;
    return length;
}

/// `AKIA` or `ASIA` and 16 capitals or digits, as one word.
std::size_t access_key(std::string_view text) {
    constexpr std::size_t length = 20;
    if (!text.starts_with("AKIA") && !text.starts_with("ASIA")) return 0;
    const bool whole = run(text.substr(0, length), is_upper_or_digit) == length &&
                       (text.size() == length || !is_letter_or_digit(text[length]));
    return whole ? length : 0;
}

/// A PEM block, whose head names the kind of its key: `-----BEGIN RSA PRIVATE KEY-----`. It may be cut at its end.
std::size_t private_key(std::string_view text) {
    constexpr std::size_t longest = 56;
    if (!text.starts_with("-----BEGIN ") || text.substr(0, longest).find("PRIVATE KEY-----") == std::string_view::npos)
        return 0;
    return std::min(text.find("-----END "), text.size());
}

/// `Bearer ` or `Basic ` and a long token behind it.
std::size_t token(std::string_view text) {
    const std::size_t head = text.starts_with("Bearer ") ? 7 : text.starts_with("Basic ") ? 6 : 0;
    if (head == 0) return 0;
    const std::string_view behind = text.substr(head, run(text.substr(head), is_token_byte));
    return behind.size() >= 20 && behind.find_first_of("0123456789") != std::string_view::npos ? head + behind.size()
                                                                                               : 0;
}

/// A token that says by its first letters who has issued it: GitHub, GitLab, Slack or Stripe.
std::size_t issued_token(std::string_view text) {
    constexpr std::size_t shortest = 16;  // behind those letters
    constexpr std::string_view heads[] = {"ghp_",  "gho_",  "ghu_",  "ghs_",  "ghr_",     "github_pat_", "glpat-",
                                          "xoxa-", "xoxb-", "xoxp-", "xoxr-", "sk_live_", "rk_live_"};
    for (const std::string_view head : heads) {
        if (!text.starts_with(head)) continue;
        const std::size_t length = run(text.substr(head.size()), is_token_byte);
        return length >= shortest ? head.size() + length : 0;
    }
    return 0;
}

/// What any of them begins with.
constexpr ByteSet begins_credential("AB-grsx");

/// How long the credential is that begins at `at`; 0: none does. What each begins with is looked at where it can begin.
std::size_t credential(std::string_view text, std::size_t at) {
    switch (text[at]) {
        case 'A': return at == 0 || !is_token_byte(text[at - 1]) ? access_key(text.substr(at)) : 0;
        case 'B': return token(text.substr(at));
        case '-': return private_key(text.substr(at));
        case 'g':
        case 'r':
        case 's':
        case 'x': return at == 0 || !is_token_byte(text[at - 1]) ? issued_token(text.substr(at)) : 0;
        default: return 0;
    }
}

/// `+` and the digits of a number of any country, as one word or in groups: `+1 (212) 555-0100`.
std::size_t phone_number(std::string_view text, std::size_t at) {
    constexpr std::size_t fewest = 8;
    constexpr std::size_t most = 15;
    if (text[at] != '+' || (at > 0 && is_token_byte(text[at - 1]))) return 0;
    std::size_t digits = 0;
    std::size_t end = at + 1;
    for (std::size_t next = end; next < text.size() && digits <= most; ++next) {
        if (is_digit(text[next])) {
            ++digits;
            end = next + 1;
        } else if (std::string_view(" -().").find(text[next]) == std::string_view::npos || next > end + 1) {
            break;
        }
    }
    const bool is_word = end == text.size() || !is_letter_or_digit(text[end]);
    return is_word && digits >= fewest && digits <= most ? end - at : 0;
}

}  // namespace

bool has_credential(std::string_view text) {
    constexpr std::size_t shortest = 20;
    if (text.size() < shortest) return false;
    // Signs that are rare in what people say, and how far before them a credential begins: `ghp_`, `sk_live_`, `xoxb-`.
    struct Sign {
        char sign;
        std::size_t forms;
        std::array<std::size_t, 3> before;
    };
    // `B` is that of `-----BEGIN`, too, for dashes stand in every identifier.
    static constexpr Sign signs[] = {{'A', 1, {0}}, {'B', 2, {0, 5}}, {'-', 2, {4, 5}}, {'_', 3, {2, 3, 6}}};
    for (const auto& [sign, forms, before] : signs)
        for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1))
            for (std::size_t i = 0; i < forms; ++i) {
                const std::size_t begin = at - before[i];
                if (begin <= at && begins_credential.contains(text[begin]) && credential(text, begin) != 0) return true;
            }
    return false;
}

std::vector<Passage> confidential_passages(std::string_view text) {
    std::vector<Passage> found;
    if (text.find('+') == std::string_view::npos && !has_credential(text)) return found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t length = std::max(credential(text, at), phone_number(text, at));
        if (length == 0) continue;
        found.push_back({at, at + length});
        at += length - 1;
    }
    return found;
}

std::string without_confidential(std::string message) {
    constexpr std::size_t shown = 2;
    for (const Passage& part : confidential_passages(message))
        std::fill(message.begin() + static_cast<std::ptrdiff_t>(part.begin + shown),
                  message.begin() + static_cast<std::ptrdiff_t>(part.end), '*');
    return message;
}

}  // namespace flowc
