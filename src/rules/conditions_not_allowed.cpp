#include "rules/fix.hpp"
#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo conditions_not_allowed{"conditions-not-allowed",
                                      Category::validity,
                                      Severity::error,
                                      "an action has conditions and its type, or this form of it, has none",
                                      "the service refuses the flow: \"Action does not support conditions\"",
                                      "seen at the service; else AWS's reference",
                                      "never, as far as is known",
                                      true};

void check_conditions_not_allowed(Check& check, const ConditionsUse& use) {
    if (use.allowed != Truth::no || use.branches.empty()) return;
    const ActionInfo& row = use.row;
    const bool never = row.conditions.allowed == ConditionsInfo::Allowed::never;
    Diagnostic& finding =
        report(check.diagnostics, conditions_not_allowed, never ? row.evidence : row.conditions.evidence,
               use.branches.front().label_span,
               text({never ? "" : "this form of ", quote(row.name), " has no conditions; take `Conditions` out"}));
    const Node transitions = check.flow.node(use.action.transitions);
    if (const Node key = transitions.find_key("Conditions"); key && !check.contested)
        offer(check, finding, "take `Conditions` out", false, {fixes::remove(transitions, key)});
}

}  // namespace flowc::rules
