#include "ir/placeholder.hpp"
#include "rules/branches.hpp"
#include "rules/nearest_action.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo dangling_transition{
    "dangling-transition", Category::validity, Severity::error, "a transition leads to no action of the flow",
    "the service refuses the flow: \"Invalid Action property value. Path: Actions[N].Transitions.NextAction\"",
    "the service's message as a third party recorded it; AWS's reference: NextAction is the Identifier of an action",
    "another file is joined to this one before the service sees it"};

namespace {
/// Every search looks at all identifiers.
constexpr int most_suggestions = 16;
}  // namespace

void check_dangling_transition(Check& check) {
    const Flow& flow = check.flow;
    int suggestions = 0;
    for (const Transition& transition : flow.transitions) {
        if (transition.target != no_action || !names_target(check, transition)) continue;
        if (transition.target_name.empty()) {
            check.diagnostics.report(dangling_transition, transition.span,
                                     "the transition leads nowhere; name the action that comes next");
            continue;
        }
        if (flow.is_open || has_placeholder(transition.target_name)) continue;
        const ActionId meant =
            suggestions++ < most_suggestions ? nearest_action(flow, transition.target_name) : no_action;
        check.diagnostics.report(
            dangling_transition, transition.span,
            text({"no action has the identifier ", quote(transition.target_name),
                  meant == no_action ? "; name an action of this flow"
                                     : text({"; did you mean ", quote(flow.actions[meant].identifier), "?"})}));
    }
}

}  // namespace flowc::rules
