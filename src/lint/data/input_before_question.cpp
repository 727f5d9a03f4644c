#include "ir/condition.hpp"
#include "lint/lint.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo input_before_question{
    "input-before-question",
    Category::data,
    Severity::warning,
    "what the caller entered is read where the caller has not been asked yet",
    "the reference is empty, or holds what another flow asked for",
    "AWS's reference: `$.StoredCustomerInput` holds the digits of the latest stored input",
    "a flow before this one has asked"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// The actions that some way leads to on which input has been stored; a menu takes a key and stores nothing.
std::vector<bool> after_stored_input(const Lint& lint) {
    std::vector<bool> after(lint.flow.actions.size(), false);
    std::vector<ActionId> open;
    const auto reach = [&](ActionId id) {
        if (id == no_action || after[id]) return;
        after[id] = true;
        open.push_back(id);
    };
    for (ActionId id = 0; id < lint.flow.actions.size(); ++id) {
        const Action& action = lint.flow.actions[id];
        // What stores nothing and has no conditions lacks the word that it stores, and another rule says so.
        const bool is_menu = has_effect(lint.flow, action, Effect::stores_input) == Truth::no &&
                             !lint.flow.transitions_of(action, Transition::Kind::condition).empty();
        const ActionInfo* row = lint.row(action);
        if (!lint.graph.reachable(id) || !row || !row->has(Effect::stores_input) || is_menu) continue;
        for (const Transition& branch : lint.flow.transitions_of(action))
            if (branch.kind != Transition::Kind::error) reach(branch.target);
    }
    while (!open.empty()) {
        const Action& action = lint.flow.actions[open.back()];
        open.pop_back();
        for (const Transition& branch : lint.flow.transitions_of(action)) reach(branch.target);
    }
    return after;
}

}  // namespace

void check_input_before_question(const Lint& lint) {
    if (!lint.whole) return;
    std::vector<bool> after;
    for (const Use& use : lint.uses) {
        if (use.space != "StoredCustomerInput" || !lint.graph.reachable(use.action)) continue;
        if (after.empty()) after = after_stored_input(lint);
        if (after[use.action]) continue;
        lint.report(use.action, rules::input_before_question, use.span,
                    "no action before here stores what the caller enters; ask for it first");
    }
}

}  // namespace flowc::lint
