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
    return is_upper_or_digit(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c == '.' || c == '+' || c == '/' ||
           c == '=';
}

/// How many bytes a text begins with that fit.
template <typename Fits>
std::size_t run(std::string_view text, Fits fits) {
    std::size_t length = 0;
    while (length < text.size() && fits(text[length])) ++length;
    return length;
}

/// `AKIA` or `ASIA` and 16 capitals or digits, as one word.
bool is_access_key(std::string_view text, std::size_t at) {
    constexpr std::size_t length = 20;
    if (at > 0 && is_token_byte(text[at - 1])) return false;
    const std::string_view rest = text.substr(at);
    if (!rest.starts_with("AKIA") && !rest.starts_with("ASIA")) return false;
    return run(rest.substr(0, length), is_upper_or_digit) == length &&
           (rest.size() == length || !is_token_byte(rest[length]));
}

/// The head of a PEM block, which names the kind of its key: `-----BEGIN RSA PRIVATE KEY-----`.
bool is_private_key(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 56;
    const std::string_view head = text.substr(at, longest);
    return head.starts_with("-----BEGIN ") && head.find("PRIVATE KEY-----") != std::string_view::npos;
}

/// `Bearer ` or `Basic ` and a long token behind it.
bool is_token(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    const std::size_t head = rest.starts_with("Bearer ") ? 7 : rest.starts_with("Basic ") ? 6 : 0;
    if (head == 0) return false;
    const std::string_view token = rest.substr(head, run(rest.substr(head), is_token_byte));
    return token.size() >= 20 && token.find_first_of("0123456789") != std::string_view::npos;
}

/// Whether something that begins with `first` stands in a text.
template <typename Is>
bool has(std::string_view text, char first, Is is) {
    for (std::size_t at = text.find(first); at != std::string_view::npos; at = text.find(first, at + 1))
        if (is(text, at)) return true;
    return false;
}

bool has_credential(std::string_view text) {
    constexpr std::size_t shortest = 20;
    return text.size() >= shortest &&
           (has(text, 'A', is_access_key) || has(text, 'B', is_token) || has(text, '-', is_private_key));
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
                        "this looks like a credential; take it out, let a Lambda fetch it, and replace it where it was "
                        "issued")
                .confidential = true;
        }
    }
}

}  // namespace flowc::lint
