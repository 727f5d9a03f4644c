#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    const Span span = step.value().span();
    const Label failure = step.on_error();
    const Label session = step.label();
    ActionDraft& create = step.action(ActionType::CreateWisdomSession);
    step.parameters(create).name("WisdomAssistantArn", ResourceKind::assistant, step.value());
    step.leads_to(create, session);
    step.error_branch(create, "NoMatchingError", failure);

    ActionDraft& contact = step.action(ActionType::UpdateContactData, "session", session);
    step.parameters(contact).literal("WisdomSessionArn", "$.Wisdom.SessionArn", span);
    step.leads_to(contact, step.next());
    step.error_branch(contact, "NoMatchingError", failure);
}

static constexpr ActionType types[] = {ActionType::CreateWisdomSession, ActionType::UpdateContactData};

extern const VerbInfo verb_assistant;
const VerbInfo verb_assistant{
    .name = "assistant",
    .section = "Integrate",
    .summary = "gives the agent of this contact the advice of an assistant (Amazon Q in Connect)",
    .value = OptionKind::name,
    .failure = Failure::next,
    .types = types,
    .example = "assistant: Agent help",
    .lower = lower,
};

}  // namespace flowc::dsl
