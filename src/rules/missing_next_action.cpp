#include "rules/branches.hpp"
#include "rules/fix.hpp"
#include "rules/report.hpp"
#include "rules/requirements.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo missing_next_action{
    "missing-next-action",
    Category::validity,
    Severity::error,
    "an action that goes on has no NextAction",
    "the service refuses the flow: \"Action is missing required property. Path: Actions[N].Transitions.NextAction\"",
    "seen at the service for 29 of 31 types, even where the branch can never be taken",
    "never, as far as is known",
    true};

void check_missing_next_action(Check& check, const Action& action) {
    const ActionInfo& row = info(action.type);
    if (!has_transitions(check, action)) return;
    if (const Node key = misspelt_key(check.flow.node(action.transitions), "NextAction", transition_keys)) {
        Diagnostic& finding =
            report(check.diagnostics, missing_next_action, row.evidence, key.span(),
                   text({"unknown key ", quote(key.text()), " of `Transitions`; write `NextAction`"}));
        offer_word(check, finding, key, "NextAction");
        return;
    }
    Diagnostic& finding = report(
        check.diagnostics, missing_next_action, row.evidence, action.type_span,
        text({quote(row.name), " has no `NextAction`; name the action that comes next",
              row.mirrors.empty() ? "" : text({" (the console repeats the target of ", named(row.mirrors), ")"})}));
    const std::string_view target = mirrored_target(check, action, row.mirrors);
    if (check.text && !target.empty())
        offer(check, finding, text({"repeat the target of ", named(row.mirrors), " as the console does"}), true,
              {fixes::insert_first(*check.text, check.flow.node(action.transitions), "NextAction",
                                   fixes::json_string(target))});
}

}  // namespace flowc::rules
