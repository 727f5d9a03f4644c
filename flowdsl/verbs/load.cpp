#include <array>

#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    static constexpr std::array<std::string_view, 1> words{"email"};
    step.read_word(step.value(), "load", words);
    ActionDraft& load = step.action(ActionType::LoadContactContent);
    step.parameters(load).literal("ContentType", "EmailMessage", step.value().span());
    step.leads_to(load, step.next());
    step.error_branch(load, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::LoadContactContent};

extern const VerbInfo verb_load;
const VerbInfo verb_load{
    .name = "load",
    .section = "Chat",
    .summary = "loads the text of the email, which is then `$.Email.EmailMessage.Plaintext`",
    .value = OptionKind::word,
    .failure = Failure::next,
    .types = types,
    .example = "load: email",
    .lower = lower,
};

}  // namespace flowc::dsl
