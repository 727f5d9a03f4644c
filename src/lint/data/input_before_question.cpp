#include <optional>

#include "ir/condition.hpp"
#include "lint/graph/leads_from.hpp"
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

/// Whether a branch is taken when its action has stored input; a menu takes a key and stores nothing.
bool stores_before(const Lint& lint, const Action& action, const Transition& branch) {
    if (branch.kind == Transition::Kind::error) return false;
    if (!lint.row(action)) return true;
    // What stores nothing and has no conditions lacks the word that it stores, and another rule says so.
    return has_effect(lint.flow, action, Effect::stores_input) != Truth::no ||
           lint.flow.transitions_of(action, Transition::Kind::condition).empty();
}

}  // namespace

void check_input_before_question(const Lint& lint) {
    if (!lint.whole) return;
    // Contacts that come from another flow may bring along what they entered there; a module does not see it.
    const bool is_module = lint.flow.type == FlowType::module;
    if (!is_module && lint.others.may_lead_to(lint.flow)) return;
    const bool certain = is_module || lint.others.whole() || lint.any(Effect::waits_for_input);
    std::optional<ActionSet> after;
    for (const Use& use : lint.uses) {
        if (use.space != Space::stored_input || !lint.graph.reachable(use.action)) continue;
        if (!after) {
            ActionSet may_store = lint.with(Effect::stores_input);
            may_store |= lint.by_effect.unknown();
            after.emplace(leads_from(lint, may_store, [&](ActionId id, const Transition& branch) {
                return stores_before(lint, lint.flow.actions[id], branch);
            }));
        }
        if (after->has(use.action)) continue;
        Diagnostic& found =
            lint.report(use.action, rules::input_before_question, lint.place_of(use),
                        rules::text({"no action before here stores what the caller enters; ask for it first",
                                     certain ? "" : ", if no earlier flow has"}));
        if (!certain) found.severity = Severity::note;
    }
}

}  // namespace flowc::lint
