#include "diagnostics/credentials.hpp"
#include "lint/lint.hpp"
#include "rules/value.hpp"

namespace flowc::rules {

const RuleInfo credential_in_text{
    "credential-in-text",
    Category::safety,
    Severity::warning,
    "a key, a token or a password stands in the flow",
    "everybody who may read flows, their exports and their logs can use it",
    "the forms of AWS access keys, PEM private keys, bearer tokens and the tokens of "
    "GitHub, GitLab, Slack, Stripe, SendGrid, Google, OpenAI and Anthropic are "
    "published by those who issue them; RFC 7519 has web tokens, RFC 3986 has passwords in addresses; other "
    "passwords are told by their names alone: what stands behind one and has letters "
    "and digits",
    "an example value that opens nothing"};

}  // namespace flowc::rules

namespace flowc::lint {

void check_credential_in_text(const Lint& lint) {
    const auto judge = [&](Node value, std::string_view name) {
        if (!value.is_string()) return;
        const std::string_view text = value.text();
        constexpr std::size_t shortest = 6;
        if (text.size() < shortest) return;
        // Few names are like one: they are asked first.
        const auto is_named = [&] { return names_credential(name) && is_written_out(text) && rules::literal(value); };
        if (!has_credential(text) && !is_named()) return;
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
            const Node node = lint.flow.node(id);
            if (node.is_scalar()) continue;
            for (const Entry entry : node.entries()) judge(entry.value, entry.key.text());
            for (const Node item : node.items()) judge(item, {});
        }
    }
}

}  // namespace flowc::lint
