#include "flowdsl/verbs/without_value.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    expect_no_value(step);
    step.action(ActionType::DisconnectParticipant);
}

static constexpr ActionType types[] = {ActionType::DisconnectParticipant};

extern const VerbInfo verb_hangup;
const VerbInfo verb_hangup{
    .name = "hangup",
    .section = "Route",
    .summary = "hangs up; with options it is an action of its own, the bare word is shared by the whole flow",
    .value = OptionKind::any,
    .value_optional = true,
    .failure = Failure::none,
    .types = types,
    .example = "hangup",
    .lower = lower,
};

}  // namespace flowc::dsl
