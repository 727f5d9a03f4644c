#include <array>

#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/only_with.hpp"
#include "flowdsl/verbs/service_word.hpp"

namespace flowc::dsl {

static constexpr std::array<ServiceWord, 2> directions{{{"from", "From"}, {"to", "To"}}};

static void write_directions(StepContext& step, Parameters& participant) {
    const Node wanted = step.option("directions");
    step.each_once(wanted);
    Parameters list = participant.list("MediaDirections", step.place("directions"));
    const auto write = [&](Node node) {
        if (const auto word = service_word(step, node, "directions", directions)) list.literal({}, *word, node.span());
    };
    if (!wanted) {
        for (const ServiceWord& direction : directions) list.literal({}, direction.service, step.span());
    } else if (wanted.is_sequence()) {
        for (const Node direction : wanted.items()) write(direction);
    } else {
        write(wanted);
    }
}

static void lower(StepContext& step) {
    const Span span = step.value().span();
    const bool on = step.read_switch(step.value(), "stream").value_or(true);
    if (!on) only_with(step, "stream: on", {"directions"});
    ActionDraft& stream = step.action(ActionType::UpdateContactMediaStreamingBehavior);
    {
        Parameters parameters = step.parameters(stream);
        parameters.literal("MediaStreamingState", on ? "Enabled" : "Disabled", span);
        {
            Parameters participants = parameters.list("Participants", span);
            Parameters customer = participants.object({}, span);
            customer.literal("ParticipantType", "Customer", span);
            write_directions(step, customer);
        }
        parameters.literal("MediaStreamType", "Audio", span);
    }
    step.leads_to(stream, step.next());
    step.error_branch(stream, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::UpdateContactMediaStreamingBehavior};
static constexpr OptionInfo options[] = {
    {.name = "directions",
     .kind = OptionKind::list,
     .default_value = "[from, to]",
     .summary = "what is streamed: what comes `from` the customer, what goes `to` the customer, or both"},
};

extern const VerbInfo verb_stream;
const VerbInfo verb_stream{
    .name = "stream",
    .section = "Record",
    .summary = "sends the customer's audio to Kinesis from here on, or stops sending it",
    .value = OptionKind::switch_,
    .options = options,
    .failure = Failure::next,
    .types = types,
    .example = "stream: on",
    .lower = lower,
};

}  // namespace flowc::dsl
