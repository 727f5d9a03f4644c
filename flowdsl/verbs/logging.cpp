#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    const bool on = step.read_switch(step.value(), "logging").value_or(true);
    ActionDraft& logging = step.action(ActionType::UpdateFlowLoggingBehavior);
    step.parameters(logging).literal("FlowLoggingBehavior", on ? "Enabled" : "Disabled", step.value().span());
    step.leads_to(logging, step.next());
}

static constexpr ActionType types[] = {ActionType::UpdateFlowLoggingBehavior};

extern const VerbInfo verb_logging;
const VerbInfo verb_logging{
    .name = "logging",
    .section = "Record",
    .summary = "turns the flow log on or off, from here to the end of the contact",
    .value = OptionKind::switch_,
    .failure = Failure::none,
    .types = types,
    .example = "logging: on",
    .lower = lower,
};

}  // namespace flowc::dsl
