#include <algorithm>

#include "flowc/catalogue.hpp"

namespace flowc {
namespace {

constexpr FlowTypeInfo flow_type_rows[] = {
    {FlowType::contact_flow, "CONTACT_FLOW", "inbound", "contactFlow"},
    {FlowType::customer_queue, "CUSTOMER_QUEUE", "customer-queue", "customerQueue"},
    {FlowType::customer_hold, "CUSTOMER_HOLD", "customer-hold", "customerHold"},
    {FlowType::customer_whisper, "CUSTOMER_WHISPER", "customer-whisper", "customerWhisper"},
    {FlowType::agent_hold, "AGENT_HOLD", "agent-hold", "agentHold"},
    {FlowType::agent_whisper, "AGENT_WHISPER", "agent-whisper", "agentWhisper"},
    {FlowType::outbound_whisper, "OUTBOUND_WHISPER", "outbound-whisper", "outboundWhisper"},
    {FlowType::agent_transfer, "AGENT_TRANSFER", "agent-transfer", "agentTransfer"},
    {FlowType::queue_transfer, "QUEUE_TRANSFER", "queue-transfer", "queueTransfer"},
    {FlowType::campaign, "CAMPAIGN", "campaign", ""},
    {FlowType::module, "MODULE", "module", ""},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < std::size(flow_type_rows); ++i) {
        if (static_cast<std::size_t>(flow_type_rows[i].type) != i) return false;
    }
    return std::size(flow_type_rows) == static_cast<std::size_t>(FlowType::unknown);
}
static_assert(in_order(), "a row stands at the position of its flow type");

std::optional<FlowType> find(std::string_view FlowTypeInfo::*column, std::string_view name) {
    const auto found = std::find_if(std::begin(flow_type_rows), std::end(flow_type_rows),
                                    [&](const FlowTypeInfo& row) { return row.*column == name; });
    if (found == std::end(flow_type_rows)) return std::nullopt;
    return found->type;
}

}  // namespace

std::span<const FlowTypeInfo> flow_types() { return flow_type_rows; }

const FlowTypeInfo& info(FlowType type) { return flow_type_rows[static_cast<std::size_t>(type)]; }

std::optional<FlowType> flow_type_from_api(std::string_view name) { return find(&FlowTypeInfo::api, name); }

std::optional<FlowType> flow_type_from_dsl(std::string_view name) { return find(&FlowTypeInfo::dsl, name); }

}  // namespace flowc
