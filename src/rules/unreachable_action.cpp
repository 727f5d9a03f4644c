#include <algorithm>

#include "ir/subject.hpp"
#include "rules/ways.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo unreachable_action{
    "unreachable-action",
    Category::graph,
    Severity::warning,
    "no way from the flow's start leads to an action",
    "no contact ever gets there; it is left over, or a transition to it was forgotten",
    "the service accepts it: 20 exported flows of the console have such actions",
    "the action is kept for later, or a program makes it the start of the flow; where that program "
    "fills in several that lead into the flow, nothing is said"};

namespace {

/// Whether the flow goes on from an action that nothing leads to.
bool leads_into_flow(const Check& check, const Action& action) {
    for (const Transition& transition : check.flow.transitions_of(action))
        if (transition.target != no_action && check.analysis.reachable(transition.target)) return true;
    return false;
}

/// Whether a program writes something into the value before the flow is created.
bool is_filled_in(const Check& check, Node value) {
    if (value.is_scalar()) return check.texts.form(value) == ValueForm::placeholder;
    for (const Entry entry : value.entries())
        if (is_filled_in(check, entry.value)) return true;
    for (const Node item : value.items())
        if (is_filled_in(check, item)) return true;
    return false;
}

}  // namespace

/// Reports the first action of every region that nothing outside of it leads to: what only it leads to is its fault.
void check_unreachable_action(Check& check) {
    const Flow& flow = check.flow;
    const Analysis& analysis = check.analysis;
    ActionId first = 0;
    while (first < flow.actions.size() && analysis.reachable(first)) ++first;
    if (first == flow.actions.size() || Ways(check).any_open()) return;

    ActionSet entered(analysis.component_count());
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        for (const Transition& transition : flow.transitions_of(flow.actions[id])) {
            if (transition.target == no_action) continue;
            const std::uint32_t target = analysis.component(transition.target);
            if (target != analysis.component(id)) entered.add(target);
        }
    }
    std::vector<ActionId> heads;
    std::size_t entries = 0;
    for (ActionId id = first; id < flow.actions.size(); ++id) {
        const std::uint32_t component = analysis.component(id);
        if (analysis.reachable(id) || entered.has(component)) continue;
        entered.add(component);
        const Action& action = flow.actions[id];
        // Of two actions with one identifier the second is unreachable by that fault.
        if (action.identifier.empty() || analysis.identifiers(flow).find(action.identifier) != id) continue;
        heads.push_back(id);
        if (leads_into_flow(check, action)) ++entries;
    }
    for (const ActionId id : heads) {
        const Action& action = flow.actions[id];
        // One is a way that was forgotten. Several may be what a program chooses the flow's start from, and are where it fills them in.
        const bool may_be_start = entries > 1 && leads_into_flow(check, action);
        if (may_be_start && is_filled_in(check, flow.node(action.parameters))) continue;
        const std::uint32_t others = analysis.region(id).actions - 1;
        Diagnostic& finding = check.diagnostics.report(
            unreachable_action, action.identifier_span,
            text({"nothing leads to this ", quote(action.type_name), " from the start of the flow",
                  others > 0
                      ? text({", nor to the ", counted(others, "other action"), " that it runs in a circle with"})
                      : std::string(),
                  "; add a transition to it or take it out",
                  may_be_start ? ", unless something else makes it the start" : ""}));
        about(action, finding);
        if (may_be_start) finding.severity = Severity::note;
    }
}

}  // namespace flowc::rules
