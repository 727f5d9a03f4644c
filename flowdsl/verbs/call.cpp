#include <array>

#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/phone_number.hpp"

namespace flowc::dsl {

static constexpr long longest_ring = 600;  // seconds

static void write_connector(StepContext& step, Parameters& parameters, Node connector) {
    static constexpr std::array<std::string_view, 5> keys{"name", "from", "to", "uui", "ring"};
    if (!step.read_map(connector, "connector", keys)) return;
    for (const std::string_view needed : {"name", "from", "to"})
        if (!connector.find_key(needed))
            step.error(rules::missing_option, connector.span(), "a connector needs `" + std::string{needed} + "`");
    {
        Parameters voice = parameters.object("VoiceConnector", connector.span());
        const auto write = [&](std::string_view key, std::string_view word) {
            const Node node = connector.find(word);
            if (const auto text = step.read_text(node, word)) voice.text(key, *text, node.span());
        };
        voice.literal("VoiceConnectorType", "ChimeConnector", connector.span());
        if (const Node name = connector.find("name")) voice.name("VoiceConnectorArn", ResourceKind::other, name);
        write("FromUser", "from");
        write("ToUser", "to");
        write("UserToUserInformation", "uui");
    }
    const Node ring = connector.find("ring");
    if (ring && is_run_time_value(ring)) parameters.text("ConnectionTimeLimitSeconds", ring.text(), ring.span());
    else if (const auto seconds = step.read_duration(ring, "ring", 1, longest_ring))
        parameters.number("ConnectionTimeLimitSeconds", *seconds, ring.span());
}

static void lower(StepContext& step) {
    static constexpr std::array<std::string_view, 1> words{"customer"};
    step.read_word(step.value(), "call", words);
    const Node caller_id = step.option("caller_id");
    const Node connector = step.option("connector");
    if (caller_id && connector)
        step.error(rules::conflicting_options, caller_id.span(),
                   "the service ignores `caller_id` where a `connector` places the call; remove it");
    ActionDraft& call = step.action(ActionType::CompleteOutboundCall);
    {
        Parameters parameters = step.parameters(call);
        if (caller_id) {
            Parameters caller = parameters.object("CallerId", caller_id.span());
            write_own_number(step, caller, "Number", caller_id, "caller_id");
        }
        if (connector) write_connector(step, parameters, connector);
    }
    step.leads_to(call, step.next());
}

static constexpr ActionType types[] = {ActionType::CompleteOutboundCall};
static constexpr OptionInfo options[] = {
    {.name = "caller_id",
     .kind = OptionKind::any,
     .summary = "the number that the customer sees",
     .resource = ResourceKind::phone_number},
    {.name = "connector",
     .kind = OptionKind::map,
     .summary = "the Chime voice connector that places the call, `{name, from, to}`, and `uui` and `ring` if wanted"},
};

extern const VerbInfo verb_call;
const VerbInfo verb_call{
    .name = "call",
    .section = "Route",
    .summary = "places the outbound call now, before the outbound whisper ends",
    .value = OptionKind::word,
    .options = options,
    .failure = Failure::none,
    .types = types,
    .example = "call: customer",
    .lower = lower,
};

}  // namespace flowc::dsl
