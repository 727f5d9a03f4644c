#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/callback_reference.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    const Node word = step.option("bad_number");
    if (word && step.has_on_error())
        step.error(rules::conflicting_options, step.option("on_error").span(),
                   "a number that is none or may not be dialled is all that can fail here, and `bad_number` says where "
                   "it leads; remove `on_error`");
    // Asked for even where it says nothing, for that was reported.
    const Label failure = !word || step.has_on_error() ? step.on_error() : unset;
    ActionDraft& number = step.action(ActionType::UpdateContactCallbackNumber);
    {
        Parameters parameters = step.parameters(number);
        write_callback_reference(step, parameters);
    }
    step.leads_to(number, step.next());
    const Label bad_number = step.target("bad_number", failure);
    step.error_branch(number, "InvalidCallbackNumber", bad_number);
    step.error_branch(number, "CallbackNumberNotDialable", bad_number);
}

static constexpr ActionType types[] = {ActionType::UpdateContactCallbackNumber};
static constexpr OptionInfo options[] = {
    {.name = "bad_number",
     .kind = OptionKind::target,
     .default_value = "on_error",
     .summary = "where a number leads that is none or may not be dialled"},
};

extern const VerbInfo verb_callback_number;
const VerbInfo verb_callback_number{
    .name = "callback_number",
    .section = "Route",
    .summary = "says which number a later `callback: known` dials",
    .value = OptionKind::reference,
    .options = options,
    .types = types,
    .example = "callback_number: caller",
    .lower = lower,
};

}  // namespace flowc::dsl
