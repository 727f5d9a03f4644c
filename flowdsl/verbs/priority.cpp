#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    ActionDraft& routing = step.action(ActionType::UpdateContactRoutingBehavior);
    if (const auto priority = step.read_number(step.value(), "priority", 1, 0))
        step.parameters(routing).number("QueuePriority", *priority, step.value().span());
    step.leads_to(routing, step.next());
}

static constexpr ActionType types[] = {ActionType::UpdateContactRoutingBehavior};

extern const VerbInfo verb_priority;
const VerbInfo verb_priority{
    .name = "priority",
    .section = "Route",
    .summary = "sets how soon the contact is served: 1 comes first, 5 is what every contact begins with",
    .value = OptionKind::number,
    .failure = Failure::none,
    .types = types,
    .example = "priority: 1",
    .lower = lower,
};

}  // namespace flowc::dsl
