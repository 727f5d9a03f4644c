#include <algorithm>
#include <array>

#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/cannot_fail.hpp"
#include "flowdsl/verbs/only_with.hpp"
#include "flowdsl/verbs/phone_number.hpp"
#include "source/ascii.hpp"

namespace flowc::dsl {

namespace {

void to_queue(StepContext& step, Node queue, Node agent) {
    only_with(step, "transfer: {number: …}", {"ring", "come_back", "keys", "caller_id", "failed", "no_answer"});
    const Label failure = step.on_error();
    const bool waits_already = step.flow_type() == FlowType::customer_queue;
    const auto write_place = [&](ActionDraft& action) {
        Parameters parameters = step.parameters(action);
        if (queue) parameters.name("QueueId", ResourceKind::queue, queue);
        if (agent) parameters.name("AgentId", ResourceKind::agent, agent);
    };

    Label entry = unset;
    if (!waits_already && (queue || agent)) {
        ActionDraft& place = step.action(ActionType::UpdateContactTargetQueue);
        write_place(place);
        step.leads_to(place, entry = step.label());
        step.error_branch(place, "NoMatchingError", failure);
    }
    if (waits_already && step.value().text() == "queue")
        step.warn(rules::missing_option, step.value().span(),
                  "the contact waits in a queue already, and nobody has published where it goes without a name; "
                  "write `transfer: {queue: …}`");
    ActionDraft& transfer =
        step.action(waits_already ? ActionType::DequeueContactAndTransferToQueue : ActionType::TransferContactToQueue,
                    "queue", entry);
    if (waits_already) write_place(transfer);
    step.error_branch(transfer, "QueueAtCapacity", step.target("full", failure));
    step.error_branch(transfer, "NoMatchingError", failure);
}

void to_flow(StepContext& step, Node flow) {
    only_with(step, "transfer: queue", {"full"});
    only_with(step, "transfer: {number: …}", {"ring", "come_back", "keys", "caller_id", "failed", "no_answer"});
    ActionDraft& transfer = step.action(ActionType::TransferToFlow);
    step.parameters(transfer).name("ContactFlowId", ResourceKind::flow, flow);
    step.error_branch(transfer, "NoMatchingError", step.on_error());
}

void write_caller_id(StepContext& step, Parameters& parameters, Node caller_id) {
    Parameters caller = parameters.object("CallerId", caller_id.span());
    if (!caller_id.is_mapping()) {
        write_own_number(step, caller, "Number", caller_id, "caller_id");
        return;
    }
    static constexpr std::array<std::string_view, 2> keys{"number", "name"};
    step.read_map(caller_id, "caller_id", keys);
    if (const Node number = caller_id.find("number")) write_own_number(step, caller, "Number", number, "number");
    if (const auto name = step.read_text(caller_id.find("name"), "name"))
        caller.text("Name", *name, caller_id.find("name").span());
}

void to_number(StepContext& step, Node number) {
    only_with(step, "transfer: queue", {"full"});
    const bool comes_back = step.is_on("come_back");
    if (!comes_back) only_with(step, "come_back: on", {"failed", "no_answer"});
    const Label failure = step.on_error();
    ActionDraft& transfer = step.action(ActionType::TransferParticipantToThirdParty);
    {
        Parameters parameters = step.parameters(transfer);
        write_phone_number(step, parameters, "ThirdPartyPhoneNumber", number, "number");
        parameters.number("ThirdPartyConnectionTimeLimitSeconds", step.duration("ring"), step.place("ring"));
        parameters.boolean("ContinueFlowExecution", comes_back, step.place("come_back"));
        if (const auto keys = step.read_text(step.option("keys"), "keys"))
            parameters.text("ThirdPartyDTMFDigits", *keys, step.place("keys"));
        if (const Node caller_id = step.option("caller_id")) write_caller_id(step, parameters, caller_id);
    }
    // Nothing runs after a contact that does not come back, yet the service wants a next action.
    step.leads_to(transfer, comes_back ? step.next() : failure);
    if (comes_back) {
        step.error_branch(transfer, "CallFailed", step.target("failed", failure));
        step.error_branch(transfer, "ConnectionTimeLimitExceeded", step.target("no_answer", failure));
    }
    step.error_branch(transfer, "NoMatchingError", failure);
}

void to_agent(StepContext& step) {
    only_with(step, "transfer: queue", {"full"});
    only_with(step, "transfer: {number: …}", {"ring", "come_back", "keys", "caller_id", "failed", "no_answer"});
    refuse_on_error(step, "transfer: agent");
    step.action(ActionType::TransferContactToAgent);
}

}  // namespace

static void lower(StepContext& step) {
    const Node value = step.value();
    if (!value.is_mapping()) {
        if (value.text() == "agent") return to_agent(step);
        if (value.text() != "queue") {
            const std::string_view text = value.text();
            const std::string_view named = text.starts_with("queue ") ? text.substr(6) : text;
            const bool is_number = text.starts_with('+') || (!text.empty() && is_digit(text.front()));
            step.error(rules::bad_value, value.span().empty() ? step.span() : value.span(),
                       "`transfer` takes `queue` or `agent`, or a map that says where, such as `{" +
                           (is_number ? std::string{"number: \"+1…\""}
                                      : "queue: " + std::string{named.empty() ? "Billing" : named}) +
                           "}`");
        }
        return to_queue(step, {}, {});
    }
    static constexpr std::array<std::string_view, 4> keys{"queue", "agent", "flow", "number"};
    step.read_map(value, "transfer", keys);
    Node chosen;
    std::string_view form;
    for (const auto [key, target] : value.entries()) {
        const bool known = std::find(keys.begin(), keys.end(), key.text()) != keys.end();
        if (known && chosen)
            step.error(
                rules::conflicting_options, key.span(),
                "a contact goes to one place, and `transfer` names `" + std::string{form} + "` already; remove one");
        else if (known) chosen = target, form = key.text();
    }
    if (!chosen && value.size() == 0)
        step.error(rules::bad_value, value.span(),
                   "`transfer` is empty; name a `queue`, an `agent`, a `flow` or a `number`");
    if (form == "flow") return to_flow(step, chosen);
    if (form == "number") return to_number(step, chosen);
    if (form == "agent") return to_queue(step, {}, chosen);
    to_queue(step, chosen, {});
}

static constexpr ActionType types[] = {
    ActionType::UpdateContactTargetQueue,         ActionType::TransferContactToQueue,
    ActionType::DequeueContactAndTransferToQueue, ActionType::TransferToFlow,
    ActionType::TransferParticipantToThirdParty,  ActionType::TransferContactToAgent};
static constexpr OptionInfo options[] = {
    {.name = "full",
     .kind = OptionKind::target,
     .default_value = "on_error",
     .summary = "queues: where the contact goes when the queue is full"},
    {.name = "ring",
     .kind = OptionKind::duration,
     .default_value = "30s",
     .summary = "numbers: how long to let it ring",
     .min = 0,
     .max = 600},
    {.name = "come_back",
     .kind = OptionKind::switch_,
     .default_value = "off",
     .summary = "numbers: whether the flow goes on when the other side hangs up"},
    {.name = "keys",
     .kind = OptionKind::text,
     .summary = "numbers: keys to press once the call is answered; a comma waits 750 ms"},
    {.name = "caller_id",
     .kind = OptionKind::any,
     .summary = "numbers: the number that the other side sees, or `{number, name}`",
     .resource = ResourceKind::phone_number},
    {.name = "failed",
     .kind = OptionKind::target,
     .default_value = "on_error",
     .summary = "with `come_back`: where the contact goes when the call cannot be placed"},
    {.name = "no_answer",
     .kind = OptionKind::target,
     .default_value = "on_error",
     .summary = "with `come_back`: where the contact goes when nobody answers in time"},
};

extern const VerbInfo verb_transfer;
const VerbInfo verb_transfer{
    .name = "transfer",
    .section = "Route",
    .summary = "hands the contact over: to its queue, another flow, a phone number or the chosen agent",
    .value = OptionKind::any,
    .options = options,
    .types = types,
    .example = "transfer: queue",
    .lower = lower,
};

}  // namespace flowc::dsl
