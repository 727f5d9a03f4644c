#include "flowdsl/verbs/without_value.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    expect_no_value(step);
    step.action(ActionType::EndFlowExecution);
}

static constexpr ActionType types[] = {ActionType::EndFlowExecution};

extern const VerbInfo verb_end;
const VerbInfo verb_end{
    .name = "end",
    .section = "Route",
    .summary = "ends this flow while the contact goes on: it stays in the queue or reaches the agent",
    .value = OptionKind::any,
    .value_optional = true,
    .failure = Failure::none,
    .types = types,
    .example = "end",
    .lower = lower,
};

}  // namespace flowc::dsl
