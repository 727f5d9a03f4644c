#include <algorithm>
#include <array>

#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo endless_cycle{
    "endless-cycle", Category::graph, Severity::warning, "a cycle of actions has no way out, and nothing in it waits or leaves the flow",
    "the caller hears the same for ever or nothing at all, and hangs up",
    "the service accepts it as far as is known; in customer queue and hold flows such a cycle is how they work",
    "something outside ends the contact, such as a Lambda that calls StopContact"};

namespace {

constexpr std::array<Effect, 10> pauses{Effect::waits_for_input, Effect::waits_for_time,
                                        Effect::leaves_to_queue, Effect::leaves_to_flow,
                                        Effect::leaves_to_agent, Effect::leaves_to_third_party,
                                        Effect::calls_module,    Effect::returns_from_module,
                                        Effect::ends_flow,       Effect::disconnects};

bool may_pause_or_leave(const ActionInfo* row) {
    return !row || row->next_action != NextAction::required ||
           std::any_of(pauses.begin(), pauses.end(), [&](Effect effect) { return row->has(effect); });
}

bool repeats_by_design(FlowType type) {
    return type == FlowType::customer_queue || type == FlowType::customer_hold || type == FlowType::agent_hold;
}

}  // namespace

void check_endless_cycle(Check& check) {
    const Flow& flow = check.flow;
    const Analysis& analysis = check.analysis;
    if (repeats_by_design(flow.type)) return;

    std::vector<bool> ends(analysis.component_count(), false);
    std::vector<bool> turns(analysis.component_count(), false);
    std::vector<ActionId> entry(analysis.component_count(), no_action);
    std::vector<std::uint32_t> members(analysis.component_count(), 0);
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        const std::uint32_t component = analysis.component(id);
        if (entry[component] == no_action) entry[component] = id;
        ++members[component];
        if (!analysis.reachable(id) || may_pause_or_leave(check.row(flow.actions[id]))) ends[component] = true;
        for (const Transition& transition : flow.transitions_of(flow.actions[id])) {
            if (transition.target == no_action || analysis.component(transition.target) != component) {
                ends[component] = true;
            } else {
                turns[component] = true;
            }
        }
    }
    for (std::uint32_t component = 0; component < analysis.component_count(); ++component) {
        if (ends[component] || !turns[component]) continue;
        const Action& action = flow.actions[entry[component]];
        check.diagnostics.report(
            endless_cycle, action.identifier_span,
            text({members[component] == 1
                      ? text({"this ", quote(action.type_name), " leads to itself alone"})
                      : text({"this ", quote(action.type_name), " and ",
                              counted(members[component] - 1, "other action"), " lead to one another alone"}),
                  ", and nothing there waits or leaves the flow; add a way out",
                  flow.type == FlowType::unknown ? " (right in a customer queue or hold flow)" : ""}));
    }
}

}  // namespace flowc::rules
