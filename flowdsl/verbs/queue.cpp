#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    ActionDraft& queue = step.action(ActionType::UpdateContactTargetQueue);
    step.parameters(queue).name("QueueId", ResourceKind::queue, step.value());
    step.leads_to(queue, step.next());
    step.error_branch(queue, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::UpdateContactTargetQueue};

extern const VerbInfo verb_queue;
const VerbInfo verb_queue{
    .name = "queue",
    .section = "Route",
    .summary = "sets the queue that the contact is for; it waits there only after `transfer: queue`",
    .value = OptionKind::name,
    .types = types,
    .example = "queue: Billing",
    .lower = lower,
};

}  // namespace flowc::dsl
