#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    const Message message = step.read_message(step.value());
    ActionDraft& say = step.action(ActionType::MessageParticipant);
    step.parameters(say).message(message);
    step.leads_to(say, step.next());
    if (const Label failure = step.on_error(); failure != no_branch) step.error_branch(say, "NoMatchingError", failure);
}

static constexpr ActionType types[] = {ActionType::MessageParticipant};

extern const VerbInfo verb_say;
const VerbInfo verb_say{
    .name = "say",
    .section = "Talk",
    .summary = "speaks a text to the caller, or shows it in a chat",
    .value = OptionKind::message,
    .failure = Failure::prompt,
    .types = types,
    .example = "say: Welcome.",
    .lower = lower,
};

}  // namespace flowc::dsl
