#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/callback_reference.hpp"
#include "flowdsl/verbs/phone_number.hpp"
#include "flowdsl/verbs/queue_or_agent.hpp"

namespace flowc::dsl {

static constexpr long seconds_in_three_days = 259200;

static void write_callback(StepContext& step, Parameters& parameters) {
    write_queue_or_agent(step, parameters, step.option("of"), "of");
    parameters.number("InitialCallDelaySeconds", step.duration("delay"), step.place("delay"));
    parameters.number("MaximumConnectionAttempts", step.number("attempts").value_or(1), step.place("attempts"));
    parameters.number("RetryDelaySeconds", step.duration("retry_after"), step.place("retry_after"));
    if (const Node via = step.option("via")) parameters.name("ContactFlowId", ResourceKind::flow, via);
    if (const Node number = step.option("caller_id"))
        write_own_number(step, parameters, "CallerId", number, "caller_id");
    const Node mode = step.option("mode");
    if (const auto word = step.read_fixed(mode, "mode")) parameters.literal("CallbackMode", *word, mode.span());
}

static void lower(StepContext& step) {
    const Label failure = step.on_error();
    const Label created = step.label();
    if (step.value().text() != "known") {
        ActionDraft& number = step.action(ActionType::UpdateContactCallbackNumber);
        {
            Parameters parameters = step.parameters(number);
            write_callback_reference(step, parameters);
        }
        step.leads_to(number, created);
        const Label bad_number = step.target("bad_number", failure);
        step.error_branch(number, "InvalidCallbackNumber", bad_number);
        step.error_branch(number, "CallbackNumberNotDialable", bad_number);
    } else if (const Node option = step.option("bad_number")) {
        step.error(
            rules::conflicting_options, option.span(),
            "`bad_number` says nothing with `callback: known`: the number was checked when it was set; remove it");
    }
    ActionDraft& callback = step.action(ActionType::CreateCallbackContact, "create", created);
    {
        Parameters parameters = step.parameters(callback);
        write_callback(step, parameters);
    }
    step.leads_to(callback, step.next());
    step.error_branch(callback, "NoMatchingError", failure);
}

static constexpr ActionType types[] = {ActionType::UpdateContactCallbackNumber, ActionType::CreateCallbackContact};
static constexpr OptionInfo options[] = {
    {.name = "delay",
     .kind = OptionKind::duration,
     .default_value = "5s",
     .summary = "how long to wait before the first call",
     .min = 1,
     .max = seconds_in_three_days},
    {.name = "attempts",
     .kind = OptionKind::number,
     .default_value = "1",
     .summary = "how often to try; the console calls it retries",
     .min = 0},
    {.name = "retry_after",
     .kind = OptionKind::duration,
     .default_value = "10m",
     .summary = "how long to wait between two tries",
     .min = 1,
     .max = seconds_in_three_days},
    {.name = "of",
     .kind = OptionKind::any,
     .summary = "the queue that calls back, or `{agent: name}`; without it the contact's own",
     .resource = ResourceKind::queue},
    {.name = "via",
     .kind = OptionKind::name,
     .summary = "the flow that runs when the callback is created; `delay` then has no effect",
     .resource = ResourceKind::flow},
    {.name = "caller_id",
     .kind = OptionKind::any,
     .summary = "the number that the customer sees",
     .resource = ResourceKind::phone_number},
    {.name = "mode", .kind = OptionKind::text, .summary = "the service's own word, such as `AgentFirst`"},
    {.name = "bad_number",
     .kind = OptionKind::target,
     .default_value = "on_error",
     .summary = "where a number leads that is none or may not be dialled"},
};

extern const VerbInfo verb_callback;
const VerbInfo verb_callback{
    .name = "callback",
    .section = "Route",
    .summary = "puts a call back to the customer into the queue; the customer may hang up",
    .value = OptionKind::reference,
    .options = options,
    .types = types,
    .example = "callback: caller",
    .lower = lower,
};

}  // namespace flowc::dsl
