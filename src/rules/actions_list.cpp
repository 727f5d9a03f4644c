#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo actions_list{"actions-list",
                            Category::validity,
                            Severity::error,
                            "the document's list of actions is missing, empty, or not a list of objects",
                            "without actions there is no flow; the service refuses the document",
                            "AWS's reference: Actions is a list of actions",
                            "never: a flow without actions cannot start",
                            true};

void check_actions_list(Check& check) {
    if (check.flow.document == no_node) return;
    const Node root = check.flow.node(check.flow.document);
    if (!root.is_mapping()) {
        check.diagnostics.report(actions_list, root.span(),
                                 "a flow is an object with `Version`, `StartAction` and `Actions`");
        return;
    }
    const Node actions = root.find("Actions");
    if (!actions) {
        check.diagnostics.report(actions_list, {root.span().begin, root.span().begin + 1},
                                 "the document has no `Actions`; write the list of the flow's actions");
        return;
    }
    if (is_opaque(actions)) return;
    if (!actions.is_sequence()) {
        check.diagnostics.report(actions_list, actions.span(),
                                 "`Actions` is not a list; write `[…]` with the flow's actions");
        return;
    }
    if (actions.items().empty()) {
        check.diagnostics.report(actions_list, actions.span(), "`Actions` is empty; a flow has at least one action");
        return;
    }
    for (const Node action : actions.items()) {
        if (action.is_mapping() || is_opaque(action)) continue;
        check.diagnostics.report(actions_list, action.span(),
                                 "an item of `Actions` is no object; write `Identifier`, `Type`, `Parameters` and "
                                 "`Transitions` in braces");
    }
}

}  // namespace flowc::rules
