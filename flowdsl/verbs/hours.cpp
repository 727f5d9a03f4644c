#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    const Node value = step.value();
    ActionDraft& check = step.action(ActionType::CheckHoursOfOperation);
    {
        Parameters parameters = step.parameters(check);
        if (value.text() != "queue") parameters.name("HoursOfOperationId", ResourceKind::hours, value);
    }
    step.condition(check, "Equals", "True", step.target("open", step.next()));
    step.condition(check, "Equals", "False", step.target("closed", step.next()));
    step.error_branch(check, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::CheckHoursOfOperation};
static constexpr OptionInfo options[] = {
    {.name = "open",
     .kind = OptionKind::target,
     .default_value = "next",
     .summary = "where callers go inside the hours"},
    {.name = "closed", .kind = OptionKind::target, .summary = "where callers go outside the hours", .required = true},
};

extern const VerbInfo verb_hours;
const VerbInfo verb_hours{
    .name = "hours",
    .section = "Decide",
    .summary =
        "goes one way while hours of operation are open and another while they are closed; `queue` means the hours of "
        "the contact's queue",
    .value = OptionKind::name,
    .options = options,
    .failure = Failure::flow,
    .types = types,
    .example = "hours: Office hours",
    .lower = lower,
};

}  // namespace flowc::dsl
