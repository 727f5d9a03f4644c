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

struct Found {
    std::size_t begin;
    std::size_t end;
};

/// `AKIA` or `ASIA` and 16 capitals or digits, as one word.
std::optional<Found> access_key(std::string_view text) {
    for (const std::string_view head : {"AKIA", "ASIA"})
        for (std::size_t at = text.find(head); at != std::string_view::npos; at = text.find(head, at + 1)) {
            std::size_t end = at;
            while (end < text.size() && is_upper_or_digit(text[end])) ++end;
            const bool begins = at == 0 || !is_token_byte(text[at - 1]);
            if (begins && end - at == 20 && (end == text.size() || !is_token_byte(text[end]))) return Found{at, end};
        }
    return std::nullopt;
}

std::optional<Found> private_key(std::string_view text) {
    const std::size_t at = text.find("-----BEGIN ");
    if (at == std::string_view::npos) return std::nullopt;
    const std::size_t end = text.find("PRIVATE KEY-----", at);
    if (end == std::string_view::npos || end - at > 40) return std::nullopt;
    return Found{at, text.size()};
}

/// `Bearer ` or `Basic ` and a long token behind it.
std::optional<Found> bearer_token(std::string_view text) {
    for (const std::string_view head : {"Bearer ", "Basic "}) {
        const std::size_t at = text.find(head);
        if (at == std::string_view::npos) continue;
        const std::size_t begin = at + head.size();
        std::size_t end = begin;
        bool digit = false;
        while (end < text.size() && is_token_byte(text[end])) digit |= text[end] >= '0' && text[end] <= '9', ++end;
        if (end - begin >= 20 && digit) return Found{begin, end};
    }
    return std::nullopt;
}

std::optional<Found> credential(std::string_view text) {
    if (const auto found = access_key(text)) return found;
    if (const auto found = private_key(text)) return found;
    return bearer_token(text);
}

}  // namespace

void check_credential_in_text(const Lint& lint) {
    for (const Action& action : lint.flow.actions) {
        const NodeId top = action.parameters;
        if (top == no_node) continue;
        for (NodeId id = top; id < lint.flow.tree[top].after; ++id) {
            const Node node = lint.flow.node(id);
            if (!node.is_string() || node.text().size() < 20 || !credential(node.text())) continue;
            lint.diagnostics
                .report(rules::credential_in_text, node.span(),
                        "this looks like a credential; take it out, let a Lambda fetch it, and replace it where it was issued")
                .confidential = true;
        }
    }
}

}  // namespace flowc::lint
