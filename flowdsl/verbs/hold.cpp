#include <array>

#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/service_word.hpp"

namespace flowc::dsl {

static constexpr std::array<ServiceWord, 3> states{
    {{"agent", "AgentOnHold"}, {"customer", "CustomerOnHold"}, {"off", "OffHold"}}};

static void lower(StepContext& step) {
    ActionDraft& hold = step.action(ActionType::UpdatePreviousContactParticipantState);
    {
        Parameters parameters = step.parameters(hold);
        if (const auto state = service_word(step, step.value(), "hold", states))
            parameters.literal("PreviousContactParticipantState", *state, step.value().span());
    }
    step.leads_to(hold, step.next());
    step.error_branch(hold, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::UpdatePreviousContactParticipantState};

extern const VerbInfo verb_hold;
const VerbInfo verb_hold{
    .name = "hold",
    .section = "Route",
    .summary = "puts the `agent` or the `customer` of the earlier contact on hold; `off` brings both back",
    .value = OptionKind::word,
    .failure = Failure::next,
    .types = types,
    .example = "hold: customer",
    .lower = lower,
};

}  // namespace flowc::dsl
