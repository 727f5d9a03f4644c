#include <array>

#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    static constexpr std::array<std::string_view, 1> words{"latest"};
    const Span span = step.value().span();
    step.read_word(step.value(), "delivery", words);
    ActionDraft& delivery = step.action(ActionType::GetOutboundCommunicationStatus);
    {
        Parameters parameters = step.parameters(delivery);
        parameters.list("OutboundCommunicationIds", span).literal({}, "$.OutboundCommunication.Latest.Id", span);
    }
    step.leads_to(delivery, step.next());
    step.error_branch(delivery, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::GetOutboundCommunicationStatus};

extern const VerbInfo verb_delivery;
const VerbInfo verb_delivery{
    .name = "delivery",
    .section = "Control",
    .summary = "asks what became of the latest message of the campaign, to be read under `$.DeliveryReceipts`",
    .value = OptionKind::word,
    .types = types,
    .example = "delivery: latest",
    .lower = lower,
};

}  // namespace flowc::dsl
