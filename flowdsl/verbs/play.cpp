#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    const Message prompt = step.read_prompt(step.value());
    ActionDraft& play = step.action(ActionType::MessageParticipant);
    step.parameters(play).message(prompt);
    step.leads_to(play, step.next());
    if (const Label failure = step.on_error(); failure != no_branch)
        step.error_branch(play, "NoMatchingError", failure);
}

static constexpr ActionType types[] = {ActionType::MessageParticipant};

extern const VerbInfo verb_play;
const VerbInfo verb_play{
    .name = "play",
    .section = "Talk",
    .summary = "plays a recorded prompt, by its name or from an S3 address",
    .value = OptionKind::name,
    .failure = Failure::prompt,
    .types = types,
    .example = "play: Welcome",
    .lower = lower,
};

}  // namespace flowc::dsl
