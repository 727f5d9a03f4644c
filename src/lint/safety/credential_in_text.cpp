#include "diagnostics/credentials.hpp"
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
