#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/words/literal_name.hpp"
#include "ir/reference.hpp"

namespace flowc::dsl {

namespace {

/// The address of a recording is left alone: an export has a reference in one.
void refuse_references(StepContext& step, const Message& message) {
    if (message.kind == Message::Kind::s3) return;
    const Node arn = message.prompt.find("arn");
    const std::string_view text = message.kind != Message::Kind::prompt ? message.text
                                  : arn                                 ? arn.text()
                                                                        : message.prompt.text();
    if (holds_reference(text) || references_in(text) != References::none)
        step.error(rules::bad_value, message.span,
                   "the service takes no references in messages that loop; play a fixed prompt, or speak the value in "
                   "a step before them");
}

std::vector<Message> read_messages(StepContext& step) {
    std::vector<Message> messages;
    const Node value = step.value();
    if (!step.read_list(value, "loop_prompts")) return messages;
    if (value.size() == 0)
        step.error(rules::bad_value, value.span(), "`loop_prompts` has nothing to play; give it at least one message");
    for (const Node item : value.items())
        if (const Message message = step.read_message(item)) {
            refuse_references(step, message);
            messages.push_back(message);
        }
    return messages;
}

void need_each_other(StepContext& step, std::string_view given, std::string_view missing, std::string_view cure) {
    const Node node = step.option(given);
    if (node && !step.option(missing))
        step.error(rules::missing_option, node.span(),
                   "`" + std::string{given} + "` needs `" + std::string{missing} + "`; " + std::string{cure});
}

}  // namespace

static void lower(StepContext& step) {
    need_each_other(step, "every", "interrupt", "say where the flow steps out to");
    need_each_other(step, "interrupt", "every", "say how often the flow steps out, such as `every: 30s`");
    need_each_other(step, "keep_playing", "every", "without it nothing interrupts the prompts");

    const std::vector<Message> messages = read_messages(step);
    const Node every = step.option("every");
    ActionDraft& loop = step.action(ActionType::MessageParticipantIteratively);
    {
        Parameters parameters = step.parameters(loop);
        {
            Parameters list = parameters.list("Messages", step.value().span());
            for (const Message& message : messages) list.object({}, message.span).message(message);
        }
        if (every) parameters.number("InterruptFrequencySeconds", step.duration("every"), every.span());
        if (const Node keep = step.option("keep_playing"))
            parameters.boolean("ContinueMessagingDuringInterrupt", step.is_on("keep_playing"), keep.span());
    }
    if (every) step.condition(loop, "Equals", "MessagesInterrupted", step.target("interrupt", step.next()));
    // Prompts that nothing interrupts play until the contact leaves, so nothing needs to follow. What follows all the
    // same is for contacts that hear nothing, and those come there by the error branch alone.
    if (!step.is_last()) step.leads_to(loop, step.next());
    const Label failure = step.on_error();
    const bool nowhere = failure == step.next() && step.is_last() && !step.has_on_error();
    if (failure != no_branch && !nowhere) step.error_branch(loop, "NoMatchingError", failure);
}

static constexpr ActionType types[] = {ActionType::MessageParticipantIteratively};
static constexpr OptionInfo options[] = {
    {.name = "every",
     .kind = OptionKind::duration,
     .summary = "how long the prompts play before the flow steps out to `interrupt`",
     .min = 1},
    {.name = "interrupt",
     .kind = OptionKind::target,
     .summary = "what runs at each interruption; `repeat` goes on playing"},
    {.name = "keep_playing",
     .kind = OptionKind::switch_,
     .default_value = "off",
     .summary = "whether the prompts go on while `interrupt` runs"},
};

extern const VerbInfo verb_loop_prompts;
const VerbInfo verb_loop_prompts{
    .name = "loop_prompts",
    .section = "Talk",
    .summary = "plays messages over and over to somebody who waits",
    .value = OptionKind::list,
    .options = options,
    .failure = Failure::next,
    .types = types,
    .example = "loop_prompts: [{play: Music}]",
    .lower = lower,
    .repeatable = true,
};

}  // namespace flowc::dsl
