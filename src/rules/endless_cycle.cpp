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

/// Nearly no call gets out where a prompt fails: what is played once is played again. Customers who wait in a queue hear that by design.
bool leaves(const Region& region, const Flow& flow) {
    return flow.type == FlowType::unknown ? region.leaves : region.leaves_unfailed;
}

bool may_pause_or_end(const Region& region) {
    return region.ends || std::any_of(pauses.begin(), pauses.end(), [&](Effect effect) { return region.has(effect); });
}

bool repeats_by_design(FlowType type) {
    return type == FlowType::customer_queue || type == FlowType::customer_hold || type == FlowType::agent_hold;
}

}  // namespace

void check_endless_cycle(Check& check) {
    const Flow& flow = check.flow;
    if (repeats_by_design(flow.type)) return;
    for (const Region& region : check.analysis.regions()) {
        if (!region.turns || leaves(region, flow) || !check.analysis.reachable(region.entry) ||
            may_pause_or_end(region))
            continue;
        const Action& action = flow.actions[region.entry];
        about(action, check.diagnostics.report(
                          endless_cycle, action.identifier_span,
                          text({region.actions == 1
                                    ? text({"this ", quote(action.type_name), " leads to itself alone"})
                                    : text({"this ", quote(action.type_name), " and ",
                                            counted(region.actions - 1, "other action"), " lead to one another alone"}),
                                ", and nothing there waits or leaves the flow",
                                region.leaves ? " but where a prompt fails" : "", "; add a way out",
                                flow.type == FlowType::unknown ? " (right in a customer queue or hold flow)" : ""})));
    }
}

}  // namespace flowc::rules
