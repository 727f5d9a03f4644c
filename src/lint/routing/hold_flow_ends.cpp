#include "lint/lint.hpp"

namespace flowc::rules {

const RuleInfo hold_flow_ends{
    "hold-flow-ends",
    Category::routing,
    Severity::warning,
    "a hold or customer queue flow comes to an end while the caller still waits",
    "whoever is on hold hears silence from then on",
    "AWS's own hold flows loop their prompts and never end; a flow of these types is ended by the service",
    "silence is wanted after the prompt"};

}  // namespace flowc::rules

namespace flowc::lint {

void check_hold_flow_ends(const Lint& lint) {
    if (lint.flow.type != FlowType::customer_hold && lint.flow.type != FlowType::agent_hold) return;
    for (const Action& action : lint.flow.actions) {
        const ActionInfo* row = lint.row(action);
        if (!row || !row->has(Effect::ends_flow) || row->has(Effect::disconnects) || !lint.reachable(action)) continue;
        // The error branch of a prompt may end; what is reached by success alone is the flow's way.
        bool by_success = action.identifier == lint.flow.start_name;
        for (ActionId id = 0; id < lint.flow.actions.size() && !by_success; ++id)
            for (const Transition& edge : lint.flow.transitions_of(lint.flow.actions[id]))
                if (lint.graph.reachable(id) && edge.kind != Transition::Kind::error &&
                    edge.target == lint.id_of(action))
                    by_success = true;
        if (!by_success) continue;
        lint.diagnostics.report(rules::hold_flow_ends, action.identifier_span,
                                "the flow ends here while the other side is still on hold; loop the prompts instead");
    }
}

}  // namespace flowc::lint
