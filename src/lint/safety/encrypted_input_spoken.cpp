#include <algorithm>
#include <set>

#include "ir/condition.hpp"
#include "ir/reference.hpp"
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
    for (const ActionId id : lint.reached_with(Effect::stores_input)) {
        const Action& action = lint.flow.actions[id];
        if (has_effect(lint.flow, action, Effect::stores_input) != Truth::yes) continue;
        if (has_effect(lint.flow, action, Effect::encrypts_input) != Truth::yes) return false;
        any = true;
    }
    return any;
}

/// The attributes that hold what was entered, and never anything else.
std::set<std::string_view> copies(const Lint& lint) {
    std::set<std::string_view> copied;
    std::set<std::string_view> others;
    if (!lint.any(Effect::writes_contact_attributes)) return copied;
    for (const AttributeWrite& write : lint.written.all()) {
        const std::string_view value = write.value.text();
        const bool copy = write.own && write.key_is_fixed && references_in(value) == References::whole &&
                          parts_of(value).space == "StoredCustomerInput";
        (copy ? copied : others).insert(write.key.text());
    }
    for (const std::string_view other : others) copied.erase(other);
    return copied;
}

}  // namespace

void check_encrypted_input_spoken(const Lint& lint) {
    if (!all_encrypt(lint)) return;
    const auto is_entered = [](const Use& use) { return use.space == Space::stored_input; };
    const std::set<std::string_view> copied = copies(lint);
    for (const Use& use : lint.uses) {
        const bool copy = use.space == Space::attributes && copied.count(use.key) != 0;
        if (!(copy || is_entered(use)) || !lint.graph.reachable(use.action)) continue;
        const ActionInfo* row = lint.row(lint.flow.actions[use.action]);
        if (!row || !row->has(Effect::speaks) || (row->has(Effect::stores_input) && !copy)) continue;
        if (copy && !lint.effects.sometimes(use.action, Effect::writes_contact_attributes)) continue;
        lint.report(use.action, rules::encrypted_input_spoken, lint.place_of(use),
                    "what the caller entered is encrypted, and its ciphertext would be read out; say something else");
    }
}

}  // namespace flowc::lint
