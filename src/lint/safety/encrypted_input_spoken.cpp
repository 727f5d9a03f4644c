#include "ir/condition.hpp"
#include "lint/lint.hpp"

namespace flowc::rules {

const RuleInfo encrypted_input_spoken{"encrypted-input-spoken",
                                      Category::safety,
                                      Severity::warning,
                                      "digits that were encrypted are spoken",
                                      "the caller hears hundreds of letters of ciphertext read out",
                                      "AWS's reference: with encryption `$.StoredCustomerInput` holds the ciphertext",
                                      "an input between them is not encrypted"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// Whether every reachable input that stores digits encrypts them.
bool all_encrypt(const Lint& lint) {
    bool any = false;
    for (const Action& action : lint.flow.actions) {
        if (!lint.reachable(action) || has_effect(lint.flow, action, Effect::stores_input) != Truth::yes) continue;
        if (has_effect(lint.flow, action, Effect::encrypts_input) != Truth::yes) return false;
        any = true;
    }
    return any;
}

}  // namespace

void check_encrypted_input_spoken(const Lint& lint) {
    if (!lint.any(Effect::stores_input)) return;
    for (const Use& use : lint.uses) {
        if (use.space != "StoredCustomerInput" || !lint.graph.reachable(use.action)) continue;
        const ActionInfo* row = lint.row(lint.flow.actions[use.action]);
        if (!row || !row->has(Effect::speaks) || row->has(Effect::stores_input)) continue;
        if (!all_encrypt(lint)) return;
        lint.diagnostics.report(
            rules::encrypted_input_spoken, use.span,
            "what the caller entered is encrypted, and its ciphertext would be read out; say something else");
    }
}

}  // namespace flowc::lint
