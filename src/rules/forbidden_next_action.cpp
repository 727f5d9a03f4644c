#include "rules/fix.hpp"
#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo forbidden_next_action{
    "forbidden-next-action",
    Category::validity,
    Severity::error,
    "an action that ends the flow has a NextAction",
    "the service refuses the flow: \"Action does not support transitions. Path: Actions[0]\"",
    "seen at the service for every action that ends a flow",
    "never, as far as is known",
    true};

void check_forbidden_next_action(Check& check, const Action& action) {
    const ActionInfo& row = info(action.type);
    for (const Transition& transition : check.branches.next) {
        Diagnostic& finding = report(check.diagnostics, forbidden_next_action, row.evidence, transition.span,
                                     text({"nothing comes after ", quote(row.name), "; take `NextAction` out"}));
        const Node transitions = check.flow.node(action.transitions);
        if (const Node key = transitions.find_key("NextAction"))
            offer(check, finding, "take `NextAction` out", finding.severity == Severity::error,
                  {fixes::remove(transitions, key)});
    }
}

}  // namespace flowc::rules
