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

void check_input_before_question(const Lint& lint) {
    if (!lint.whole) return;
    for (const Use& use : lint.uses) {
        if (use.space != "StoredCustomerInput" || !lint.graph.reachable(use.action)) continue;
        if (lint.effects.sometimes(use.action, Effect::stores_input)) continue;
        lint.report(use.action, rules::input_before_question, use.span,
                    "no action before here stores what the caller enters; ask for it first");
    }
}

}  // namespace flowc::lint
