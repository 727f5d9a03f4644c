#include "flowdsl/lowering/step_context.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    ActionDraft& compare = step.action(ActionType::Compare);
    const bool is_reference = step.parameters(compare).reference("ComparisonValue", step.value());
    step.cases(compare, step.option("cases"), true);
    const Node cases = step.option("cases");
    const bool has_else =
        step.option("else") || cases.find_key("else") || cases.find_key("default");  // among the cases it is reported
    if (is_reference && !has_else && !step.is_system_word(step.value()))
        step.error(rules::missing_option, step.span(),
                   "`branch` on an attribute or a Lambda field needs `else`: a value that is missing matches no case; "
                   "add `else: next` to go on");
    step.error_branch(compare, "NoMatchingCondition", step.target("else", step.next()));
}

static constexpr ActionType types[] = {ActionType::Compare};
static constexpr OptionInfo options[] = {
    {.name = "cases",
     .kind = OptionKind::map,
     .summary = "a value, or values joined by ` or `, or a test such as `under 5`, and where each leads",
     .required = true},
    {.name = "else",
     .kind = OptionKind::target,
     .default_value = "next",
     .summary = "where every other value leads; may be left out only for system words"},
};

extern const VerbInfo verb_branch;
const VerbInfo verb_branch{
    .name = "branch",
    .section = "Decide",
    .summary = "goes different ways by a value that is known in the call",
    .value = OptionKind::reference,
    .options = options,
    .failure = Failure::none,
    .types = types,
    .example = "branch: channel",
    .lower = lower,
};

}  // namespace flowc::dsl
