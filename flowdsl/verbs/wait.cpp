#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/only_with.hpp"
#include "flowdsl/verbs/run_time_value.hpp"

namespace flowc::dsl {

static constexpr long seconds_in_a_week = 604800;

static void lower(StepContext& step) {
    const Node returned = step.option("returned");
    const Node bot_left = step.option("bot_left");
    const Node meanwhile = step.option("meanwhile");
    if (!meanwhile) only_with(step, "meanwhile", {"at_least"});
    if (!bot_left) only_with(step, "bot_left", {"gone"});
    if (meanwhile) {
        for (const Node event : {returned, bot_left})
            if (event)
                step.error(
                    rules::conflicting_options, event.span(),
                    "a wait with `meanwhile` cannot also wait for `returned` or `bot_left`; remove one of the two");
        if (!step.option("at_least"))
            step.error(rules::missing_option, step.span(),
                       "a wait with `meanwhile` needs `at_least`, the shortest time it takes");
    }

    const Node time = step.value();
    ActionDraft& wait = step.action(ActionType::Wait);
    {
        Parameters parameters = step.parameters(wait);
        if (is_run_time_value(time)) parameters.text("TimeLimitSeconds", time.text(), time.span());
        else if (const auto seconds = step.read_duration(time, "wait", 1, seconds_in_a_week))
            parameters.number("TimeLimitSeconds", *seconds, time.span());
        {
            Parameters events = parameters.list("Events", step.span());
            if (returned) events.literal({}, "CustomerReturned", step.key("returned"));
            if (bot_left) events.literal({}, "BotParticipantDisconnected", step.key("bot_left"));
        }
        if (meanwhile) {
            parameters.literal("ContinueExecution", "True", step.key("meanwhile"));
            if (const Node at_least = step.option("at_least"))
                parameters.number("MinimumWaitTimeSeconds", step.duration("at_least"), at_least.span());
        }
    }
    if (meanwhile) step.condition(wait, "Equals", "Continue", step.target("meanwhile", step.next()));
    step.condition(wait, "Equals", "WaitCompleted", step.target("over", step.next()));
    if (returned) step.condition(wait, "Equals", "CustomerReturned", step.target("returned", step.next()));
    if (bot_left) step.condition(wait, "Equals", "BotParticipantDisconnected", step.target("bot_left", step.next()));
    const Label failure = step.on_error();
    if (bot_left) step.error_branch(wait, "ParticipantNotFound", step.target("gone", failure));
    step.error_branch(wait, "NoMatchingError", failure);
}

static constexpr ActionType types[] = {ActionType::Wait};
static constexpr OptionInfo options[] = {
    {.name = "over",
     .kind = OptionKind::target,
     .default_value = "next",
     .summary = "where the contact goes when the time has passed"},
    {.name = "returned",
     .kind = OptionKind::target,
     .summary = "where it goes when the customer comes back to the chat"},
    {.name = "bot_left", .kind = OptionKind::target, .summary = "where it goes when the bot leaves the chat"},
    {.name = "gone",
     .kind = OptionKind::target,
     .default_value = "on_error",
     .summary = "with `bot_left`: where it goes when there is no bot in the chat"},
    {.name = "meanwhile", .kind = OptionKind::target, .summary = "what runs while the time passes"},
    {.name = "at_least",
     .kind = OptionKind::duration,
     .summary = "with `meanwhile`: the shortest time that the wait takes",
     .min = 0,
     .max = seconds_in_a_week},
};

extern const VerbInfo verb_wait;
const VerbInfo verb_wait{
    .name = "wait",
    .section = "Chat",
    .summary = "lets time pass, until the customer or the bot does something or the time is over",
    .value = OptionKind::duration,
    .options = options,
    .types = types,
    .example = "wait: 15m",
    .lower = lower,
};

}  // namespace flowc::dsl
