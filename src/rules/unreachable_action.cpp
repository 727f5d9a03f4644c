#include <algorithm>

#include "rules/branches.hpp"
#include "rules/fix.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo unreachable_action{"unreachable-action", Category::graph, Severity::warning,
                                  "no way from the flow's start leads to an action",
                                  "no contact ever gets there; it is left over, or a transition to it was forgotten",
                                  "the service accepts it: 20 exported flows of the console have such actions",
    "the action is kept for later"};

namespace {

/// Whether a way may be missing that somebody meant to write: then nothing can be said of what seems unreachable.
bool has_open_ways(const Check& check) {
    const Flow& flow = check.flow;
    if (flow.is_open || flow.start == no_action) return true;
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        if (!check.analysis.reachable(id)) continue;
        const Action& action = flow.actions[id];
        const ActionInfo* row = check.row(action);
        bool goes_on = false;
        for (const Transition& transition : flow.transitions_of(action)) {
            if (transition.target == no_action) return true;
            goes_on = true;
        }
        if (!goes_on && (!row || row->next_action == NextAction::required)) return true;
    }
    return false;
}

/// The action out of the list, and what the designer knows of it.
std::vector<Edit> without(const Flow& flow, const Action& action) {
    const Node root = flow.node(flow.document);
    std::vector<Edit> edits{fixes::remove(root.find("Actions"), flow.node(action.node))};
    const Node places = root.find("Metadata").find("ActionMetadata");
    if (const Node place = places.find_key(action.identifier)) edits.push_back(fixes::remove(places, place));
    return edits;
}

}  // namespace

/// Reports the first action of every region that nothing outside of it leads to: what only it leads to is its fault.
void check_unreachable_action(Check& check) {
    const Flow& flow = check.flow;
    const Analysis& analysis = check.analysis;
    ActionId first = 0;
    while (first < flow.actions.size() && analysis.reachable(first)) ++first;
    if (first == flow.actions.size() || has_open_ways(check)) return;

    std::vector<bool> entered(analysis.component_count(), false);
    std::vector<std::uint32_t> members(analysis.component_count(), 0);
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        ++members[analysis.component(id)];
        for (const Transition& transition : flow.transitions_of(flow.actions[id])) {
            if (transition.target == no_action) continue;
            const std::uint32_t target = analysis.component(transition.target);
            if (target != analysis.component(id)) entered[target] = true;
        }
    }
    for (ActionId id = first; id < flow.actions.size(); ++id) {
        const std::uint32_t component = analysis.component(id);
        if (analysis.reachable(id) || entered[component]) continue;
        entered[component] = true;
        const Action& action = flow.actions[id];
        // Of two actions with one identifier the second is unreachable by that fault.
        if (action.identifier.empty() || analysis.identifiers().find(action.identifier) != id) continue;
        Diagnostic& finding = check.diagnostics.report(
            unreachable_action, action.identifier_span,
            text({"nothing leads to this ", quote(action.type_name), " from the start of the flow",
                  members[component] > 1 ? text({", nor to the ", counted(members[component] - 1, "other action"),
                                                 " that it runs in a circle with"})
                                         : std::string(),
                  "; add a transition to it or take it out"}));
        const bool alone = members[component] == 1;
        if (check.text && alone) offer(check, finding, "take the action out", false, without(flow, action));
    }
}

}  // namespace flowc::rules
