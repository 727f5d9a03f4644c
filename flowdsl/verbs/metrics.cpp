#include <array>

#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/queue_or_agent.hpp"
#include "flowdsl/verbs/run_time_value.hpp"
#include "flowdsl/verbs/service_word.hpp"

namespace flowc::dsl {

static constexpr std::array<ServiceWord, 2> channels{{{"voice", "Voice"}, {"chat", "Chat"}}};

static void lower(StepContext& step) {
    const Node channel = step.option("channel");
    ActionDraft& metrics = step.action(ActionType::GetMetricData);
    {
        Parameters parameters = step.parameters(metrics);
        if (step.value().text() != "queue") write_queue_or_agent(step, parameters, step.value(), "metrics");
        if (channel.is_scalar() && is_run_time_value(channel))
            parameters.text("QueueChannel", channel.text(), channel.span());
        else if (channel.is_scalar() && step.is_system_word(channel))
            step.error(rules::bad_value, channel.span(),
                       "a reference is written in braces: `\"{" + std::string{channel.text()} + "}\"`");
        else if (const auto word = service_word(step, channel, "channel", channels))
            parameters.literal("QueueChannel", *word, channel.span());
    }
    step.leads_to(metrics, step.next());
    step.error_branch(metrics, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::GetMetricData};
static constexpr OptionInfo options[] = {
    {.name = "channel",
     .kind = OptionKind::any,
     .summary = "`voice`, `chat` or a reference; without it all channels together"},
};

extern const VerbInfo verb_metrics;
const VerbInfo verb_metrics{
    .name = "metrics",
    .section = "Integrate",
    .summary =
        "loads live numbers, which later texts read as `{metrics.Queue.Size}` and so on: of the contact's "
        "`queue`, a named queue, or `{agent: name}`",
    .value = OptionKind::any,
    .options = options,
    .failure = Failure::next,
    .types = types,
    .example = "metrics: queue",
    .lower = lower,
};

}  // namespace flowc::dsl
