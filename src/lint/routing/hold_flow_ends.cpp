#include <algorithm>

#include "lint/lint.hpp"

namespace flowc::rules {

const RuleInfo hold_flow_ends{
    "hold-flow-ends",
    Category::routing,
    Severity::warning,
    "a hold flow plays something on one way, and ends on another without having played anything",
    "whoever is put on hold that way hears nothing, and takes the line for dead",
    "AWS's reference: a hold flow loops its prompts for as long as the hold lasts, and ending the flow disconnects "
    "nobody",
    "silence is meant for those who go that way"};

}  // namespace flowc::rules

namespace flowc::lint {

void check_hold_flow_ends(const Lint& lint) {
    if (lint.flow.type != FlowType::customer_hold && lint.flow.type != FlowType::agent_hold) return;
    // Where nothing is played on any way, silence is what was wanted.
    const auto plays = [&](const Action& action) {
        const ActionInfo* row = lint.row(action);
        return row && row->has(Effect::speaks) && row->has(Effect::waits_for_time) && lint.reachable(action);
    };
    if (std::none_of(lint.flow.actions.begin(), lint.flow.actions.end(), plays)) return;
    // Prompts that fail have been tried: what else is there to do but to end?
    EffectsSoFar tried(lint.flow, lint.graph, EffectsSoFar::Failure::done);
    for (ActionId id = 0; id < lint.flow.actions.size(); ++id) {
        const Action& action = lint.flow.actions[id];
        const ActionInfo* row = lint.row(action);
        if (!row || !row->has(Effect::ends_flow) || row->has(Effect::disconnects) || !lint.graph.reachable(id))
            continue;
        if (tried.always(id, Effect::waits_for_time) || tried.sometimes(id, Effect::calls_module)) continue;
        lint.report(action, rules::hold_flow_ends, action.identifier_span,
                    "a way leads to this end on which no prompts have looped, and who is on hold hears "
                    "nothing from here on; loop prompts on it");
    }
}

}  // namespace flowc::lint
