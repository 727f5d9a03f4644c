#include "diagnostics/credentials.hpp"

#include <algorithm>
#include <iterator>

#include "source/any_place.hpp"
#include "source/ascii.hpp"
#include "source/byte_set.hpp"

namespace flowc {

namespace {

bool is_upper_or_digit(char c) { return is_capital(c) || is_digit(c); }
bool is_token_byte(char c) {
    return is_letter_or_digit(c) || c == '-' || c == '_' || c == '.' || c == '+' || c == '/' || c == '=';
}

bool is_base64url(char c) { return is_letter_or_digit(c) || c == '-' || c == '_'; }

/// Whether a word can begin at a place: it goes on from no letter and no digit, unless those belong to an escape, `\nAKIA…` or
/// `%3DAKIA…`.
bool begins_word(std::string_view text, std::size_t at) {
    if (at == 0 || !is_letter_or_digit(text[at - 1])) return true;
    return (at > 1 && text[at - 2] == '\\') || (at > 2 && text[at - 3] == '%');
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

/// A key of Google: `AIza` and 35 more.
std::size_t google_key(std::string_view text) {
    constexpr std::size_t length = 39;
    const bool whole = text.starts_with("AIza") && run(text, is_base64url) == length;
    return whole ? length : 0;
}

/// A JSON web token: two objects and a signature in Base64, of which the last one may be cut off.
std::size_t web_token(std::string_view text) {
    constexpr std::size_t shortest = 10;
    if (!text.starts_with("eyJ")) return 0;
    const std::size_t head = run(text, is_base64url);
    if (head < shortest || !text.substr(head).starts_with(".eyJ")) return 0;
    const std::size_t body = run(text.substr(head + 1), is_base64url);
    return body < shortest ? 0 : run(text, is_token_byte);
}

/// A key of SendGrid: `SG.`, 22 more, a point and 43 more.
std::size_t sendgrid_key(std::string_view text) {
    constexpr std::size_t name = 22;
    constexpr std::size_t secret = 43;
    if (!text.starts_with("SG.") || run(text.substr(3), is_base64url) != name) return 0;
    const std::string_view rest = text.substr(3 + name);
    return rest.starts_with('.') && run(rest.substr(1), is_base64url) == secret ? 3 + name + 1 + secret : 0;
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

/// A token that says by its first letters who has issued it: GitHub, GitLab, Slack, Stripe, OpenAI or Anthropic.
std::size_t issued_token(std::string_view text) {
    constexpr std::size_t shortest = 16;  // behind those letters
    static constexpr std::string_view heads[] = {"ghp_",        "gho_",     "ghu_",     "ghs_",     "ghr_",
                                                 "github_pat_", "glpat-",   "xoxa-",    "xoxb-",    "xoxp-",
                                                 "xoxr-",       "sk_live_", "rk_live_", "sk-proj-", "sk-ant-"};
    for (const std::string_view head : heads) {
        if (!text.starts_with(head)) continue;
        const std::size_t length = run(text.substr(head.size()), is_token_byte);
        return length >= shortest ? head.size() + length : 0;
    }
    return 0;
}

/// Whether a name ends in a word, however it is written: `DB_PASSWORD` and `db-password` in `password`.
bool ends_in(std::string_view name, std::string_view word) {
    std::size_t at = name.size();
    for (std::size_t left = word.size(); left > 0; --left, --at) {
        while (at > 0 && (name[at - 1] == '_' || name[at - 1] == '-' || name[at - 1] == ' ')) --at;
        if (at == 0 || lower_case(name[at - 1]) != word[left - 1]) return false;
    }
    return true;
}

/// Whether a name at the end of a text is part of an ARN: what follows is the name of a secret, and the way to write none.
bool ends_in_arn(std::string_view text) {
    constexpr std::size_t longest = 128;
    text.remove_prefix(text.size() - std::min(text.size(), longest));
    const std::size_t begin = text.rfind("arn:");
    return begin != std::string_view::npos &&
           text.find_first_of(" \t\r\n\"'`\\,;<>&(){}=", begin) == std::string_view::npos;
}

/// What is told of a password or a key behind its name: `password: …`, `"apiKey": "…"`, `api key is …`. `sign` is where the `:`,
/// `=` or `is` stands.
Passage behind_name(std::string_view text, std::size_t sign) {
    constexpr std::string_view around = " \"'`\\";  // a name and a value may be quoted, in a text that is quoted itself
    const std::size_t end_of_name = sign == 0 ? std::string_view::npos : text.find_last_not_of(around, sign - 1);
    if (end_of_name == std::string_view::npos || !names_credential(text.substr(0, end_of_name + 1))) return {};
    if (text[sign] == ':' && ends_in_arn(text.substr(0, end_of_name + 1))) return {};
    const std::size_t begin = text.find_first_not_of(around, text[sign] == 'i' ? sign + 2 : sign + 1);
    if (begin == std::string_view::npos) return {};
    constexpr std::size_t longest = 512;
    const std::string_view value = text.substr(begin, longest);
    const std::size_t end = begin + std::min(value.find_first_of(" \t\r\n\"'`\\,;<>&(){}"), value.size());
    return is_written_out(text.substr(begin, end - begin)) ? Passage{begin, end} : Passage{};
}

/// The password of `://name:password@`, where neither is known in the call only.
Passage password_in_address(std::string_view text, std::size_t colon) {
    const std::size_t begin = colon + 3;
    const std::string_view rest = text.substr(begin);
    const std::string_view authority = rest.substr(0, rest.find_first_of("/?# \t\n\"\\"));
    const std::size_t end = authority.rfind('@');
    const std::size_t password = authority.find(':') + 1;
    if (end == std::string_view::npos || password == 0 || password >= end) return {};
    if (authority.find_first_of("$<{") != std::string_view::npos) return {};
    return {begin + password, begin + end};
}

/// What the names of passwords and keys end in, with the signs that may stand behind them.
constexpr ByteSet ends_name("dteynDTEYN_- \"'`\\");

/// What any of them begins with, or stands behind.
constexpr ByteSet begins_credential("ABS-egrsx:=i");

/// The credential whose first byte, or the sign before it, stands at `at`; empty: there is none. Each is looked for where it can begin.
Passage credential(std::string_view text, std::size_t at) {
    const auto of = [&](std::size_t length) { return Passage{at, at + length}; };
    switch (text[at]) {
        case 'A':
            if (!begins_word(text, at)) return {};
            return of(text.substr(at).starts_with("AI") ? google_key(text.substr(at)) : access_key(text.substr(at)));
        case 'B': return of(token(text.substr(at)));
        case 'S': return of(begins_word(text, at) ? sendgrid_key(text.substr(at)) : 0);
        case '-': return of(private_key(text.substr(at)));
        case 'e': return of(begins_word(text, at) ? web_token(text.substr(at)) : 0);
        case 'g':
        case 'r':
        case 's':
        case 'x': return of(begins_word(text, at) ? issued_token(text.substr(at)) : 0);
        case ':': return text.substr(at).starts_with("://") ? password_in_address(text, at) : behind_name(text, at);
        case '=': return behind_name(text, at);
        case 'i':
            return at > 0 && !is_letter(text[at - 1]) && text.substr(at).starts_with("is ") ? behind_name(text, at)
                                                                                            : Passage{};
        default: return {};
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
    if (text.substr(at, end - at) == example_phone_number) return 0;
    return is_word && digits >= fewest && digits <= most ? end - at : 0;
}

}  // namespace

bool names_credential(std::string_view name) {
    static constexpr std::string_view words[] = {"password",    "passwd",          "secret",
                                                 "secretkey",   "secretaccesskey", "apikey",
                                                 "accesstoken", "authtoken",       "amzsignature"};
    // Nearly all names end in other letters.
    static constexpr ByteSet before_last("rweRWE_- ");
    if (name.size() < 2 || !ends_name.contains(name.back())) return false;
    if (is_letter(name.back()) && !before_last.contains(name[name.size() - 2])) return false;
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return ends_in(name, word); });
}

bool is_written_out(std::string_view word) {
    constexpr std::size_t shortest = 6;
    constexpr std::string_view filled_in = "$<{[#%_*.";  // how what is put in later begins
    if (word.size() < shortest || filled_in.find(word.front()) != std::string_view::npos) return false;
    if (word.starts_with("arn:")) return false;
    if (word.find_first_of(" {<") != std::string_view::npos || word.find("://") != std::string_view::npos) return false;
    const bool has_digits = std::any_of(word.begin(), word.end(), is_digit);
    return has_digits && !std::all_of(word.begin(), word.end(), [](char c) { return !is_letter(c); });
}

bool has_credential(std::string_view text) { return has_credential(text, Signs(text)); }

bool has_credential_behind(std::string_view text, Signs seen) {
    // What is looked for are signs that stand in each, for what a credential begins with is frequent in speech: `ghp_`,
    // `sk_live_`, `xoxb-`. Most texts lack what any would need, such as digits.
    using enum Signs::Sign;
    constexpr std::size_t shortest = 11;  // `ftp://a:b@c`
    if (text.size() < shortest) return false;
    const auto begins = [&](std::size_t at, std::size_t before) {
        return before <= at && begins_credential.contains(text[at - before]) && !credential(text, at - before).empty();
    };
    const auto any = [&](char sign, const auto& is_one) { return any_place(text, sign, is_one); };
    const auto is_is = [&](std::size_t at) { return text.substr(at + 1).starts_with("s ") && begins(at, 0); };
    const auto is_told = [&](std::size_t at) {
        return (text.substr(at + 1).starts_with("//") || (at > 0 && ends_name.contains(text[at - 1]))) && begins(at, 0);
    };
    // The two letters before a dash or an underscore tell nearly all others apart from `sk-`, `xoxb-`, `glpat-`, `ghp_` and so on.
    const auto follows = [&](std::size_t at, char first, std::string_view seconds) {
        return at > 1 && text[at - 2] == first && seconds.find(text[at - 1]) != std::string_view::npos;
    };
    const auto is_key = [&](std::size_t at) {
        static constexpr ByteSet seconds("IKS");
        return at + 1 < text.size() && seconds.contains(text[at + 1]) && begins(at, 0);
    };
    // What stands in an ARN are names, and behind none of them a value.
    if (text.starts_with("arn:") && !seen.has(space | at_sign | equals))
        return seen.has(capital_a) && seen.has(capital_i) && any('A', is_key);
    if (seen.has(digit) && ((seen.has(equals) && any('=', is_told)) || (seen.has(space) && any('i', is_is))))
        return true;
    if (seen.has(colon) && seen.has(digit | at_sign) && any(':', is_told)) return true;
    if (seen.has(capital_a) && seen.has(capital_i) && any('A', is_key)) return true;
    if (seen.has(dash) && any('-', [&](std::size_t at) {
            return (follows(at, 's', "k") && begins(at, 2)) || (follows(at, 'x', "abpr") && begins(at, 4)) ||
                   (follows(at, 'a', "t") && begins(at, 5));
        }))
        return true;
    // `SG.` and `eyJ`.
    if (seen.has(digit) && seen.has(capital_g_j) &&
        (any('G', [&](std::size_t at) { return begins(at, 1); }) ||
         any('J', [&](std::size_t at) { return begins(at, 2); })))
        return true;
    if (seen.has(underscore) && any('_', [&](std::size_t at) {
            return ((follows(at, 's', "k") || follows(at, 'r', "k")) && begins(at, 2)) ||
                   (follows(at, 'h', "porsu") && begins(at, 3)) || (follows(at, 'u', "b") && begins(at, 6));
        }))
        return true;
    // Of `-----BEGIN`, too.
    return seen.has(capital_b) && seen.has(digit | dash) &&
           any('B', [&](std::size_t at) { return begins(at, 0) || begins(at, 5); });
}

std::vector<Passage> confidential_passages(std::string_view text) {
    std::vector<Passage> found;
    if (text.find('+') == std::string_view::npos && !has_credential(text)) return found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        Passage part = credential(text, at);
        if (part.empty()) part = {at, at + phone_number(text, at)};
        if (part.empty()) continue;
        found.push_back(part);
        at = part.end - 1;
    }
    return found;
}

std::string without_confidential(std::string message) {
    constexpr std::size_t shown = 2;
    for (const Passage& part : confidential_passages(message))
        for (std::size_t at = part.begin + shown; at < part.end; ++at) message[at] = '*';
    return message;
}

bool writes_confidential(const Fix& fix) {
    return std::any_of(fix.edits.begin(), fix.edits.end(),
                       [](const Edit& edit) { return !confidential_passages(edit.text).empty(); });
}

}  // namespace flowc
