#include "flowdsl/step_context.hpp"
#include "flowdsl/verbs/only_with.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    const Node input = step.option("input");
    const Node cases = step.option("cases");
    if (!cases) only_with(step, "cases", {"else"});
    ActionDraft& invoke = step.action(ActionType::InvokeFlowModule);
    {
        Parameters parameters = step.parameters(invoke);
        parameters.name("FlowModuleId", ResourceKind::module, step.value());
        if (input && step.read_map(input, "input", {})) parameters.data("Input", input);
    }
    step.cases(invoke, cases, false);
    // A module that returns without a result, or with one that no case names, goes on the same way.
    const Label otherwise = step.target("else", step.next());
    step.leads_to(invoke, otherwise);
    if (cases) step.error_branch(invoke, "NoMatchingCondition", otherwise, step.option("else").span());
    step.error_branch(invoke, "NoMatchingError", step.on_error());
}

static constexpr ActionType types[] = {ActionType::InvokeFlowModule};
static constexpr OptionInfo options[] = {
    {.name = "input", .kind = OptionKind::data, .summary = "what the module `accepts`, by name"},
    {.name = "cases", .kind = OptionKind::map, .summary = "the module's results and where each leads"},
    {.name = "else",
     .kind = OptionKind::target,
     .default_value = "next",
     .summary = "with `cases`: where every other result leads, and no result at all"},
};

extern const VerbInfo verb_invoke;
const VerbInfo verb_invoke{
    .name = "invoke",
    .section = "Integrate",
    .summary = "runs a module and goes on with its result; later texts read what it produced as `{module.name}`",
    .value = OptionKind::name,
    .options = options,
    .types = types,
    .example = "invoke: Common settings",
    .lower = lower,
};

}  // namespace flowc::dsl
