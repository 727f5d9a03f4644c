#include "lint/lint.hpp"
#include "lint/lint.hpp"
#include "rules/value.hpp"

namespace flowc::rules {

const RuleInfo encrypted_input_spoken{
    "encrypted-input-spoken",
    Category::safety,
    Severity::warning,
    "digits that were encrypted are spoken",
    "the caller hears hundreds of letters of ciphertext read out",
    "AWS's reference: with encryption `$.StoredCustomerInput` holds the ciphertext",
    "an input between them is not encrypted"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// Whether every reachable input that stores digits encrypts them: its parameters say how.
bool all_encrypt(const Lint& lint) {
    bool any = false;
    for (const Action& action : lint.flow.actions) {
        const ActionInfo* row = lint.row(action);
        if (!row || !row->has(Effect::stores_input) || !lint.reachable(action)) continue;
        bool encrypts = false;
        for (const Entry entry : lint.parameters(action).entries())
            if (entry.key.text() == "InputEncryption") encrypts = true;
        const auto stores = rules::literal(lint.parameters(action).find("StoreInput"));
        if (!stores || (*stores != "True" && *stores != "true")) continue;
        if (!encrypts) return false;
        any = true;
    }
    return any;
}

}  // namespace

void check_encrypted_input_spoken(const Lint& lint) {
    for (const Use& use : lint.uses) {
        if (use.space != "StoredCustomerInput" || !lint.graph.reachable(use.action)) continue;
        const ActionInfo* row = lint.row(lint.flow.actions[use.action]);
        if (!row || !row->has(Effect::speaks) || row->has(Effect::stores_input)) continue;
        if (!all_encrypt(lint)) return;
        lint.diagnostics.report(rules::encrypted_input_spoken, use.span,
                                "what the caller entered is encrypted, and its ciphertext would be read out; say something else");
    }
}

}  // namespace flowc::lint
