#include <array>

#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    static constexpr std::array<std::string_view, 1> words{"contact"};
    step.read_word(step.value(), "resume", words);
    ActionDraft& resume = step.action(ActionType::ResumeContact);
    step.leads_to(resume, step.next());
    step.error_branch(resume, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::ResumeContact};

extern const VerbInfo verb_resume;
const VerbInfo verb_resume{
    .name = "resume",
    .section = "Chat",
    .summary = "lets a paused task go on",
    .value = OptionKind::word,
    .types = types,
    .example = "resume: contact",
    .lower = lower,
};

}  // namespace flowc::dsl
