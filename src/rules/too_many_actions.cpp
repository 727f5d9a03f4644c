#include "ir/read_flow.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo too_many_actions{
    "too-many-actions",
    Category::validity,
    Severity::error,
    "the flow has more actions than the service takes",
    "the service refuses the flow as a whole; parts of it belong into modules or into a flow of their own",
    "AWS's reference: at most 250 actions a flow",
    "the limit is a quota of the account that AWS has raised",
    true};

namespace {
constexpr std::size_t most_actions = 250;
}

void check_too_many_actions(Check& check) {
    const std::vector<Action>& actions = check.flow.actions;
    if (actions.empty()) {
        const Node list = check.flow.node(check.flow.document).find("Actions");
        if (list.size() > max_actions)
            check.diagnostics.report(too_many_actions, {list.span().begin, list.span().begin + 1},
                                     text({"the flow has ", std::to_string(list.size()),
                                           " actions, the service takes 250; none of them was checked"}));
    }
    if (actions.size() <= most_actions) return;
    check.diagnostics.report(too_many_actions, actions[most_actions].identifier_span,
                             text({"the flow has ", std::to_string(actions.size()),
                                   " actions, the service takes 250; move a part into a module or a flow of its own"}));
}

}  // namespace flowc::rules
