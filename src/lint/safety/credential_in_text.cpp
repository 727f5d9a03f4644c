#include <algorithm>
#include <iterator>

#include "diagnostics/credentials.hpp"
#include "lint/lint.hpp"
#include "rules/value.hpp"
#include "source/byte_set.hpp"

namespace flowc::rules {

const RuleInfo credential_in_text{"credential-in-text",
                                  Category::safety,
                                  Severity::warning,
                                  "a key, a token or a password stands in the flow",
                                  "everybody who may read flows, their exports and their logs can use it",
                                  "the forms of AWS access keys, PEM private keys, bearer tokens and the tokens of "
                                  "GitHub, GitLab, Slack and Stripe are "
                                  "published by those who issue them; RFC 3986 has passwords in addresses; other "
                                  "passwords are told by their names alone",
                                  "an example value that opens nothing"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// `://name:password@`, where neither is known in the call only.
bool has_password_in_address(std::string_view text) {
    for (std::size_t at = text.find("://"); at != std::string_view::npos; at = text.find("://", at + 3)) {
        const std::string_view rest = text.substr(at + 3);
        const std::string_view authority = rest.substr(0, rest.find_first_of("/?# \t\n"));
        const std::size_t end = authority.rfind('@');
        if (end == std::string_view::npos) continue;
        const std::size_t colon = authority.find(':');
        if (colon != std::string_view::npos && colon + 1 < end &&
            authority.find_first_of("$<{") == std::string_view::npos)
            return true;
    }
    return false;
}

/// Whether a name ends in a word, however it is written: `DB_PASSWORD` and `db-password` in `password`.
bool ends_in(std::string_view name, std::string_view word) {
    std::size_t at = name.size();
    for (std::size_t left = word.size(); left > 0; --left, --at) {
        while (at > 0 && (name[at - 1] == '_' || name[at - 1] == '-' || name[at - 1] == ' ')) --at;
        if (at == 0) return false;
        const char c = name[at - 1];
        if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != word[left - 1]) return false;
    }
    return true;
}

/// Whether what is called so is a credential: `password`, `DB_PASSWORD`, `apiKey`.
bool names_credential(std::string_view name) {
    constexpr std::string_view words[] = {"password",        "passwd", "secret",      "secretkey",
                                          "secretaccesskey", "apikey", "accesstoken", "authtoken"};
    // No other letters end those words, nor signs that may stand behind them.
    constexpr ByteSet last("dtynDTYN_- ");
    return !name.empty() && last.contains(name.back()) &&
           std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return ends_in(name, word); });
}

/// Whether a text may be such a credential: one word, and no ARN.
bool is_one_word(std::string_view text) {
    constexpr std::size_t shortest = 8;
    return text.size() >= shortest && !text.starts_with("arn:") && text.find(' ') == std::string_view::npos;
}

bool has_letter_and_digit(std::string_view text) {
    const auto any = [&](auto is) { return std::any_of(text.begin(), text.end(), is); };
    return any([](char c) { return c >= '0' && c <= '9'; }) &&
           any([](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

}  // namespace

void check_credential_in_text(const Lint& lint) {
    const auto judge = [&](Node value, std::string_view name) {
        if (!value.is_string()) return;
        const std::string_view text = value.text();
        if (!has_credential(text) && !has_password_in_address(text) &&
            !(is_one_word(text) && names_credential(name) && has_letter_and_digit(text) && rules::literal(value)))
            return;
        lint.diagnostics
            .report(rules::credential_in_text, value.span(),
                    "this looks like a credential; take it out, let a Lambda fetch it, and replace it where it was "
                    "issued")
            .confidential = true;
    };
    for (const Action& action : lint.flow.actions) {
        const NodeId top = action.parameters;
        if (top == no_node) continue;
        for (NodeId id = top; id < lint.flow.tree[top].after; ++id) {
            for (const Entry entry : lint.flow.node(id).entries()) judge(entry.value, entry.key.text());
            for (const Node item : lint.flow.node(id).items()) judge(item, {});
        }
    }
}

}  // namespace flowc::lint
