#include "lint/lint.hpp"

namespace flowc::rules {

const RuleInfo credential_in_text{
    "credential-in-text",
    Category::safety,
    Severity::warning,
    "a key, a token or a password stands in the flow",
    "everybody who may read flows, their exports and their logs can use it",
    "the forms of AWS access keys, PEM private keys and bearer tokens are published by those who issue them",
    "an example value that opens nothing"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

bool is_upper_or_digit(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool is_token_byte(char c) {
    return is_upper_or_digit(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c == '.' || c == '+' || c == '/' || c == '=';
}

/// How many bytes a text begins with that fit.
template <typename Fits>
std::size_t run(std::string_view text, Fits fits) {
    std::size_t length = 0;
    while (length < text.size() && fits(text[length])) ++length;
    return length;
}

/// `AKIA` or `ASIA` and 16 capitals or digits, as one word.
bool is_access_key(std::string_view text) {
    constexpr std::size_t length = 20;
    if (!text.starts_with("AKIA") && !text.starts_with("ASIA")) return false;
    return run(text.substr(0, length), is_upper_or_digit) == length &&
           (text.size() == length || !is_token_byte(text[length]));
}

/// The head of a PEM block, which names the kind of its key: `-----BEGIN RSA PRIVATE KEY-----`.
bool is_private_key(std::string_view text) {
    constexpr std::size_t longest = 56;
    return text.starts_with("-----BEGIN ") && text.substr(0, longest).find("PRIVATE KEY-----") != std::string_view::npos;
}

/// `Bearer ` or `Basic ` and a long token behind it.
bool is_token(std::string_view text) {
    const std::size_t head = text.starts_with("Bearer ") ? 7 : text.starts_with("Basic ") ? 6 : 0;
    if (head == 0) return false;
    const std::string_view token = text.substr(head, run(text.substr(head), is_token_byte));
    return token.size() >= 20 && token.find_first_of("0123456789") != std::string_view::npos;
}

/// One way through the text: what each begins with is looked at where it can begin.
bool has_credential(std::string_view text) {
    for (std::size_t at = 0; at + 20 <= text.size(); ++at) {
        const char c = text[at];
        if (c != 'A' && c != 'B' && c != '-') continue;
        const std::string_view rest = text.substr(at);
        if (c == 'A' && (at == 0 || !is_token_byte(text[at - 1])) && is_access_key(rest)) return true;
        if (c == 'B' && is_token(rest)) return true;
        if (c == '-' && is_private_key(rest)) return true;
    }
    return false;
}

}  // namespace

void check_credential_in_text(const Lint& lint) {
    for (const Action& action : lint.flow.actions) {
        const NodeId top = action.parameters;
        if (top == no_node) continue;
        for (NodeId id = top; id < lint.flow.tree[top].after; ++id) {
            const Node node = lint.flow.node(id);
            if (!node.is_string() || !has_credential(node.text())) continue;
            lint.diagnostics
                .report(rules::credential_in_text, node.span(),
                        "this looks like a credential; take it out, let a Lambda fetch it, and replace it where it was issued")
                .confidential = true;
        }
    }
}

}  // namespace flowc::lint
