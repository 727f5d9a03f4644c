#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/message_template.hpp"
#include "flowdsl/verbs/phone_number.hpp"

namespace flowc::dsl {

namespace {

void write_sender(StepContext& step, Parameters& parameters) {
    const Node from = step.option("from");
    if (!from) return;
    Parameters endpoint = parameters.object("SourceEndpoint", from.span());
    endpoint.name("Address", ResourceKind::phone_number, from);
    endpoint.literal("Type", "CONNECT_PHONENUMBER_ARN", from.span());
}

/// In a campaign: the recipient and the flow are the campaign's.
void send_in_campaign(StepContext& step) {
    refuse_in_campaign(step, {"recipient", "flow", "render_failed"});
    ActionDraft& send = step.action(ActionType::SendSMS);
    {
        Parameters parameters = step.parameters(send);
        write_templated_message(step, parameters, "Message", step.value());
        write_sender(step, parameters);
    }
    lead_on(step, send, step.next(), unset, step.on_error());
}

void write_message(StepContext& step, Parameters& parameters, bool has_template) {
    const Node text = step.value();
    const Node recipient = step.option("recipient");
    write_sender(step, parameters);
    if (recipient) {
        Parameters endpoint = parameters.object("DestinationEndpoint", recipient.span());
        write_phone_number(step, endpoint, "Address", recipient, "recipient");
        endpoint.literal("Type", "TELEPHONE_NUMBER", recipient.span());
    }
    if (const Node flow = step.option("flow")) parameters.name("ContactFlowArn", ResourceKind::flow, flow);
    parameters.literal("ContactSubtype", "connect:SMS", step.span());
    if (!has_template)
        if (const auto words = step.read_text(text, "sms"))
            parameters.object("InitialSystemMessage", text.span()).text("Content", *words, text.span());
    parameters.literal("RelatedContact", "CURRENT", step.span());
}

void send_message(StepContext& step) {
    const bool has_template = step.value().is_mapping();
    for (const std::string_view needed : {"recipient", "flow"})
        if (!step.option(needed))
            step.error(rules::missing_option, step.span(),
                       needed == "flow" ? "`sms` needs `flow`: the flow that runs when the customer answers"
                                        : "`sms` needs `recipient`: the number it goes to, such as `\"{caller}\"`");
    const Label failure = step.on_error();
    const Label render_failed = read_render_failed(step, has_template, failure);
    const Label entry = has_template ? render_template(step, step.value(), render_failed, failure) : unset;
    ActionDraft& send = step.action(ActionType::StartOutboundChatContact, "send", entry);
    {
        Parameters parameters = step.parameters(send);
        write_message(step, parameters, has_template);
    }
    lead_on(step, send, step.next(), has_template ? render_failed : unset, failure);
}

}  // namespace

static void lower(StepContext& step) {
    if (step.flow_type() == FlowType::campaign) send_in_campaign(step);
    else send_message(step);
}

static constexpr ActionType types[] = {ActionType::RenderMessageTemplate, ActionType::StartOutboundChatContact,
                                       ActionType::SendSMS};
static constexpr OptionInfo options[] = {
    {.name = "from",
     .kind = OptionKind::name,
     .summary = "the number of the instance that sends it",
     .required = true,
     .resource = ResourceKind::phone_number},
    {.name = "recipient", .kind = OptionKind::text, .summary = "the number it goes to; required outside campaigns"},
    {.name = "flow",
     .kind = OptionKind::name,
     .summary = "the flow that runs when the customer answers; required outside campaigns",
     .resource = ResourceKind::flow},
    {.name = "render_failed",
     .kind = OptionKind::target,
     .default_value = "on_error",
     .summary = "with a template: where the contact goes when it cannot be filled"},
};

extern const VerbInfo verb_sms;
const VerbInfo verb_sms{
    .name = "sms",
    .section = "Chat",
    .summary = "sends the customer a text message, of words or of a template; in campaigns of a template",
    .value = OptionKind::any,
    .options = options,
    .types = types,
    .example = "{sms: Your order is on its way., from: Text number, recipient: \"{caller}\", flow: Text chat}",
    .lower = lower,
};

}  // namespace flowc::dsl
