#include <array>

#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    static constexpr std::array<std::string_view, 1> words{"start"};
    step.read_word(step.value(), "voice_id", words);
    ActionDraft& stream = step.action(ActionType::StartVoiceIdStream);
    step.leads_to(stream, step.next());
    step.error_branch(stream, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::StartVoiceIdStream};

extern const VerbInfo verb_voice_id;
const VerbInfo verb_voice_id{
    .name = "voice_id",
    .section = "Record",
    .summary = "starts sending the caller's voice to Voice ID, which the service ended in May 2026",
    .value = OptionKind::word,
    .failure = Failure::next,
    .types = types,
    .example = "voice_id: start",
    .lower = lower,
};

}  // namespace flowc::dsl
