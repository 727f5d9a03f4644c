#include <array>

#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/message_template.hpp"

namespace flowc::dsl {

namespace {

/// An address, or `{address, name}`.
void write_address(StepContext& step, Parameters& parameters, std::string_view key, std::string_view option,
                   bool may_have_name) {
    static constexpr std::array<std::string_view, 2> keys{"address", "name"};
    const Node node = step.option(option);
    if (!node) return;
    Parameters written = parameters.object(key, node.span());
    Node address = node;
    if (node.is_mapping() && may_have_name) {
        step.read_map(node, option, keys);
        address = node.find("address");
        if (!node.find_key("address"))
            step.error(rules::missing_option, node.span(), "`" + std::string{option} + "` needs an `address`");
    }
    if (const auto text = step.read_text(address, option)) written.text("EmailAddress", *text, address.span());
    const Node name = may_have_name ? node.find("name") : Node{};
    if (const auto text = step.read_text(name, "name")) written.text("DisplayName", *text, name.span());
}

/// In a campaign: the recipient is the campaign's.
void send_in_campaign(StepContext& step) {
    refuse_in_campaign(step, {"recipient", "render_failed"});
    ActionDraft& send = step.action(ActionType::SendOutboundEmail);
    {
        Parameters parameters = step.parameters(send);
        write_templated_message(step, parameters, "EmailMessage", step.value());
        write_address(step, parameters, "FromEmailAddress", "from", false);
    }
    lead_on(step, send, step.next(), unset, step.on_error());
}

void send_message(StepContext& step) {
    if (!step.option("recipient"))
        step.error(rules::missing_option, step.span(),
                   "`email` needs `recipient`: the address it goes to, such as `\"{Mail}\"`");
    const Label failure = step.on_error();
    const Label render_failed = read_render_failed(step, true, failure);
    const Label created = step.label();
    ActionDraft& contact = step.action(ActionType::CreateContact);
    {
        Parameters parameters = step.parameters(contact);
        parameters.literal("Channel", "EMAIL", step.span());
        parameters.literal("RelatedContact", "CURRENT", step.span());
    }
    step.leads_to(contact, created);
    step.error_branch(contact, "NoMatchingError", failure);

    const Label rendered = render_template(step, step.value(), render_failed, failure, created);
    ActionDraft& send = step.action(ActionType::StartOutboundEmailContact, "send", rendered);
    {
        Parameters parameters = step.parameters(send);
        write_address(step, parameters, "FromEmailAddress", "from", true);
        write_address(step, parameters, "DestinationEmailAddress", "recipient", true);
        // The console writes `RAW` behind a template too; the template's words take its place.
        parameters.object("EmailMessage", step.span()).literal("MessageSourceType", "RAW", step.span());
    }
    lead_on(step, send, step.next(), render_failed, failure);
}

}  // namespace

static void lower(StepContext& step) {
    if (step.flow_type() == FlowType::campaign) send_in_campaign(step);
    else send_message(step);
}

static constexpr ActionType types[] = {ActionType::CreateContact, ActionType::RenderMessageTemplate,
                                       ActionType::StartOutboundEmailContact, ActionType::SendOutboundEmail};
static constexpr OptionInfo options[] = {
    {.name = "from",
     .kind = OptionKind::any,
     .summary = "the address that sends it, or `{address, name}`",
     .required = true},
    {.name = "recipient",
     .kind = OptionKind::any,
     .summary = "the address it goes to, or `{address, name}`; required outside campaigns"},
    {.name = "render_failed",
     .kind = OptionKind::target,
     .default_value = "on_error",
     .summary = "where the contact goes when the template cannot be filled"},
};

extern const VerbInfo verb_email;
const VerbInfo verb_email{
    .name = "email",
    .section = "Chat",
    .summary = "sends the customer an email that is made of a template",
    .value = OptionKind::map,
    .options = options,
    .types = types,
    .example = "{email: {template: Order shipped, base: Messages}, from: service@example.com, recipient: \"{Mail}\"}",
    .lower = lower,
};

}  // namespace flowc::dsl
