#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    const bool on = step.read_switch(step.value(), "buffer").value_or(true);
    ActionDraft& buffer = step.action(ActionType::GetParticipantInput);
    step.parameters(buffer).boolean("EnableDTMFBuffer", on, step.value().span());
    step.leads_to(buffer, step.next());
    step.error_branch(buffer, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::GetParticipantInput};

extern const VerbInfo verb_buffer;
const VerbInfo verb_buffer{
    .name = "buffer",
    .section = "Ask",
    .summary = "remembers keys that the caller presses before a menu asks for them; `off` forgets them and stops",
    .value = OptionKind::switch_,
    .failure = Failure::next,
    .types = types,
    .example = "buffer: on",
    .lower = lower,
};

}  // namespace flowc::dsl
