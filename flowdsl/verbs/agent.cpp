#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    ActionDraft& agent = step.action(ActionType::UpdateContactTargetQueue);
    step.parameters(agent).name("AgentId", ResourceKind::agent, step.value());
    step.leads_to(agent, step.next());
    step.error_branch(agent, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::UpdateContactTargetQueue};

extern const VerbInfo verb_agent;
const VerbInfo verb_agent{
    .name = "agent",
    .section = "Route",
    .summary = "sets one agent's own queue as the queue that the contact is for",
    .value = OptionKind::name,
    .types = types,
    .example = "agent: Jane",
    .lower = lower,
};

}  // namespace flowc::dsl
