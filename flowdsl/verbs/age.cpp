#include <limits>

#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    ActionDraft& routing = step.action(ActionType::UpdateContactRoutingBehavior);
    if (const auto age = step.read_duration(step.value(), "age", std::numeric_limits<long>::min(), 0))
        step.parameters(routing).number("QueueTimeAdjustmentSeconds", *age, step.value().span());
    step.leads_to(routing, step.next());
}

static constexpr ActionType types[] = {ActionType::UpdateContactRoutingBehavior};

extern const VerbInfo verb_age;
const VerbInfo verb_age{
    .name = "age",
    .section = "Route",
    .summary = "makes the contact count as having waited longer, or with a minus shorter, than it has",
    .value = OptionKind::duration,
    .failure = Failure::none,
    .types = types,
    .example = "age: 10m",
    .lower = lower,
};

}  // namespace flowc::dsl
