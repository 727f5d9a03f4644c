#include <set>

#include "lint/lint.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo answer_before_lambda{
    "answer-before-lambda",
    Category::data,
    Severity::warning,
    "a Lambda's answer is read where no Lambda has answered yet",
    "the reference is empty: the caller hears a gap, and comparisons take the way of no match",
    "AWS's reference: `$.External` holds the answer of the latest Lambda",
    "a flow before this one has called a Lambda"};

}  // namespace flowc::rules

namespace flowc::lint {

void check_answer_before_lambda(const Lint& lint) {
    if (!lint.any(Effect::replaces_external)) return;
    if (lint.flow.type != FlowType::contact_flow) return;
    const auto answered = [&](const Use& use) { return lint.effects.sometimes(use.action, Effect::replaces_external); };
    // A field that is read only before any Lambda may be the answer of one that an earlier flow has called.
    std::set<std::string_view> own;
    for (const Use& use : lint.uses)
        if (use.space == "External" && lint.graph.reachable(use.action) && answered(use)) own.insert(use.key);
    for (const Use& use : lint.uses) {
        if (use.space != "External" || !lint.graph.reachable(use.action) || answered(use) || own.count(use.key) == 0) continue;
        lint.diagnostics.report(rules::answer_before_lambda, use.span,
                                rules::text({quote(use.text), " is read before any Lambda of this flow has answered; call "
                                             "the Lambda before it"}));
    }
}

}  // namespace flowc::lint
