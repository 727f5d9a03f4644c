#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/run_time_value.hpp"

namespace flowc::dsl {

static constexpr long most_times = 100;

static void lower(StepContext& step) {
    const Node times = step.value();
    ActionDraft& loop = step.action(ActionType::Loop);
    {
        Parameters parameters = step.parameters(loop);
        if (is_run_time_value(times)) parameters.text("LoopCount", times.text(), times.span());
        else if (const auto count = step.read_number(times, "loop", 0, most_times))
            parameters.number("LoopCount", *count, times.span());
    }
    step.condition(loop, "Equals", "ContinueLooping", step.target("each", step.next()));
    step.condition(loop, "Equals", "DoneLooping", step.target("done", step.next()));
    step.error_branch(loop, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::Loop};
static constexpr OptionInfo options[] = {
    {.name = "each",
     .kind = OptionKind::target,
     .summary = "where the contact goes as long as there are times left",
     .required = true},
    {.name = "done",
     .kind = OptionKind::target,
     .default_value = "next",
     .summary = "where it goes when the times are used up; the count starts anew then"},
};

extern const VerbInfo verb_loop;
const VerbInfo verb_loop{
    .name = "loop",
    .section = "Decide",
    .summary = "counts how often the contact comes by, and lets it through `each` that many times",
    .value = OptionKind::number,
    .options = options,
    .failure = Failure::unwritten,
    .types = types,
    .example = "loop: 3",
    .lower = lower,
};

}  // namespace flowc::dsl
