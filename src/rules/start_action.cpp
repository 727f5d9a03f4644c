#include "ir/placeholder.hpp"
#include "rules/fix.hpp"
#include "rules/nearest_action.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo start_action{"start-action",
                            Category::validity,
                            Severity::error,
                            "the flow does not say with which of its actions it starts",
                            "the service cannot tell where a contact enters and refuses the flow",
                            "AWS's reference: StartAction equals the Identifier of one action",
                            "never: the flow has no beginning"};

void check_start_action(Check& check) {
    const Flow& flow = check.flow;
    if (flow.start != no_action) return;
    if (flow.document == no_node) {
        check.diagnostics.report(start_action, flow.start_span, "the flow has no step to start with");
        return;
    }
    const Node root = flow.node(flow.document);
    if (!root.is_mapping()) return;
    const Node start = root.find("StartAction");
    // Which of two counts is open, and that there are two is the fault.
    std::size_t starts = 0;
    for (const auto [key, value] : root.entries()) starts += key.text() == "StartAction" ? 1 : 0;
    if (starts > 1) return;
    if (!start) {
        check.diagnostics.report(start_action, {root.span().begin, root.span().begin + 1},
                                 "the document has no `StartAction`; name the action that the flow begins with");
        return;
    }
    if (!start.is_string() || start.text().empty()) {
        check.diagnostics.report(
            start_action, start.span(),
            "`StartAction` names no action; write the identifier of the one that the flow begins with");
        return;
    }
    // A document without any action is one fault, and it is reported as that.
    if (flow.actions.empty() || flow.is_open || has_placeholder(start.text())) return;
    // It may be meant, and was reported.
    for (const Action& action : flow.actions)
        if (action.identifier.empty()) return;
    const ActionId meant = nearest_action(flow, start.text());
    Diagnostic& finding = check.diagnostics.report(
        start_action, start.span(),
        text({"no action has the identifier ", quote(start.text()),
              meant == no_action ? "; name the action that the flow begins with"
                                 : text({"; did you mean ", quote(flow.actions[meant].identifier), "?"})}));
    if (meant != no_action) offer_word(check, finding, start, flow.actions[meant].identifier);
}

}  // namespace flowc::rules
