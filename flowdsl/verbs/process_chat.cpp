#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/only_with.hpp"
#include "flowdsl/words/scalar.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    const Node lambda = step.value();
    const auto on = lambda.is_scalar() ? parse_switch(lambda.text()) : std::nullopt;
    const bool off = on == false;
    if (on == true)
        step.error(rules::bad_value, lambda.span(), "`process_chat` takes the name of a Lambda function, or `off`");
    if (off) only_with(step, "process_chat: Lambda", {"deliver_unprocessed"});
    ActionDraft& processing = step.action(ActionType::UpdateContactMediaProcessing);
    {
        Parameters parameters = step.parameters(processing);
        Parameters processor = parameters.object("ChatProcessor", lambda.span());
        processor.boolean("ProcessingEnabled", !off, lambda.span());
        if (!on) processor.name("LambdaProcessorARN", ResourceKind::lambda, lambda);
        processor.object("ChatProcessorSettings", lambda.span())
            .boolean("DeliverUnprocessedMessages", step.is_on("deliver_unprocessed"),
                     step.place("deliver_unprocessed"));
    }
    step.leads_to(processing, step.next());
    step.error_branch(processing, "ChannelMismatch", step.target("mismatch", step.next()));
    step.error_branch(processing, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::UpdateContactMediaProcessing};
static constexpr OptionInfo options[] = {
    {.name = "deliver_unprocessed",
     .kind = OptionKind::switch_,
     .default_value = "on",
     .summary = "whether a message is delivered as it stands when the Lambda fails"},
    {.name = "mismatch",
     .kind = OptionKind::target,
     .default_value = "next",
     .summary = "where a contact goes that is no chat"},
};

extern const VerbInfo verb_process_chat;
const VerbInfo verb_process_chat{
    .name = "process_chat",
    .section = "Chat",
    .summary = "runs every chat message through a Lambda function before it is delivered, or stops doing so",
    .value = OptionKind::name,
    .options = options,
    .failure = Failure::next,
    .types = types,
    .example = "process_chat: maskChat",
    .lower = lower,
};

}  // namespace flowc::dsl
