#include <algorithm>
#include <array>

#include "ir/subject.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo endless_cycle{
    "endless-cycle",
    Category::graph,
    Severity::warning,
    "a cycle of actions has no way out, and nothing in it waits or leaves the flow",
    "the caller hears the same for ever or nothing at all, and hangs up",
    "the service accepts it as far as is known; in customer queue and hold flows such a cycle is how they work",
    "something outside ends the contact, such as a Lambda that calls StopContact"};

namespace {

constexpr std::array<Effect, 10> pauses{Effect::waits_for_input, Effect::waits_for_time,
                                        Effect::leaves_to_queue, Effect::leaves_to_flow,
                                        Effect::leaves_to_agent, Effect::leaves_to_third_party,
                                        Effect::calls_module,    Effect::returns_from_module,
                                        Effect::ends_flow,       Effect::disconnects};

/// A component of the graph.
struct Part {
    ActionId entry = no_action;  ///< its first action
    std::uint32_t members = 0;
    bool ends = false;   ///< something leads out of it, waits in it or is never reached
    bool turns = false;  ///< an edge of it stays inside
    bool fails = false;  ///< a prompt that fails leads out of it
};

bool may_pause_or_leave(const ActionInfo* row) {
    return !row || row->next_action != NextAction::required ||
           std::any_of(pauses.begin(), pauses.end(), [&](Effect effect) { return row->has(effect); });
}

bool speaks(const ActionInfo* row) { return row && row->has(Effect::speaks); }

bool repeats_by_design(FlowType type) {
    return type == FlowType::customer_queue || type == FlowType::customer_hold || type == FlowType::agent_hold;
}

}  // namespace

void check_endless_cycle(Check& check) {
    const Flow& flow = check.flow;
    const Analysis& analysis = check.analysis;
    if (repeats_by_design(flow.type)) return;

    const bool knows_type = flow.type != FlowType::unknown;
    std::vector<Part> parts(analysis.component_count());
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        const std::uint32_t component = analysis.component(id);
        Part& part = parts[component];
        if (part.members++ == 0) part.entry = id;
        if (!analysis.reachable(id) || may_pause_or_leave(check.row(flow.actions[id]))) part.ends = true;
        for (const Transition& transition : flow.transitions_of(flow.actions[id])) {
            if (transition.target == no_action || analysis.component(transition.target) != component) {
                // A prompt that is played once is played again: nearly no call gets out where one fails.
                const bool fails = knows_type && transition.kind == Transition::Kind::error &&
                                   transition.target != no_action && speaks(check.row(flow.actions[id]));
                (fails ? part.fails : part.ends) = true;
            } else {
                part.turns = true;
            }
        }
    }
    for (const Part& part : parts) {
        if (part.ends || !part.turns) continue;
        const Action& action = flow.actions[part.entry];
        about(action, check.diagnostics.report(
                          endless_cycle, action.identifier_span,
                          text({part.members == 1
                                    ? text({"this ", quote(action.type_name), " leads to itself alone"})
                                    : text({"this ", quote(action.type_name), " and ",
                                            counted(part.members - 1, "other action"), " lead to one another alone"}),
                                ", and nothing there waits or leaves the flow",
                                part.fails ? " but where a prompt fails" : "", "; add a way out",
                                flow.type == FlowType::unknown ? " (right in a customer queue or hold flow)" : ""})));
    }
}

}  // namespace flowc::rules
