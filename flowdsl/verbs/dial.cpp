#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

static void write_segments(StepContext& step, Parameters& parameters) {
    const Node segments = step.option("segments");
    if (!segments) return;
    step.each_once(segments);
    Parameters rules = parameters.list("dialCriteriaRules", segments.span());
    const auto write = [&](Node segment) {
        Parameters rule = rules.object({}, segment.span());
        rule.literal("type", "CheckSegmentMembershipForCustomerProfile", segment.span());
        rule.name("segmentArn", ResourceKind::other, segment);
    };
    if (!segments.is_sequence()) return write(segments);
    for (const Node segment : segments.items()) write(segment);
}

static void lower(StepContext& step) {
    const Node attributes = step.value();
    if (step.read_map(attributes, "dial", {}) && attributes.size() != 0)
        step.error(rules::bad_value, attributes.span(),
                   "nobody has published how attributes are handed to the dialer; write `dial: {}`, or `action: "
                   "PutDialRequest` with the parameters of an export of yours");
    ActionDraft& dial = step.action(ActionType::PutDialRequest);
    {
        Parameters parameters = step.parameters(dial);
        write_segments(step, parameters);
    }
    step.leads_to(dial, step.next());
    step.error_branch(dial, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::PutDialRequest};
static constexpr OptionInfo options[] = {
    {.name = "segments",
     .kind = OptionKind::any,
     .summary = "the customer segments that are dialled, by name",
     .resource = ResourceKind::other},
};

extern const VerbInfo verb_dial;
const VerbInfo verb_dial{
    .name = "dial",
    .section = "Control",
    .summary =
        "asks the dialer to call the recipient; only the segments of the action are published, the rest takes "
        "`action: PutDialRequest`",
    .value = OptionKind::map,
    .options = options,
    .types = types,
    .example = "dial: {}",
    .lower = lower,
};

}  // namespace flowc::dsl
