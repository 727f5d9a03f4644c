#include "flowdsl/lowering/flow_lowering.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/contract_data.hpp"

namespace flowc::dsl {

static void lower(StepContext& step) {
    const Node result = step.value();
    const Node data = step.option("data");
    ActionDraft& end = step.action(ActionType::EndFlowModuleExecution);
    const bool named = result && !(result.is_scalar() && result.text().empty());
    Parameters parameters = step.parameters(end);
    if (named) {
        if (const auto text = step.read_text(result, "return")) {
            check_own_result(step, result);
            parameters.literal("Result", *text, result.span());
        }
    }
    if (data && step.read_map(data, "data", {})) {
        // What the head would have declared is not known where it was reported.
        if (step.flow().head_is_doubtful()) parameters.data("ResultData", data);
        else
            write_contract_data(step, parameters, "ResultData", data,
                                {step.flow().head().contract.produces, "the module produces", {}});
    }
}

static constexpr ActionType types[] = {ActionType::EndFlowModuleExecution};
static constexpr OptionInfo options[] = {
    {.name = "data",
     .kind = OptionKind::data,
     .summary = "what the module hands to its caller, by the names in `produces`"},
};

extern const VerbInfo verb_return;
const VerbInfo verb_return{
    .name = "return",
    .section = "Route",
    .summary = "goes back from a module to the flow that invoked it, with a result and data",
    .value = OptionKind::text,
    .value_optional = true,
    .options = options,
    .failure = Failure::none,
    .types = types,
    .example = "return: Found",
    .lower = lower,
};

}  // namespace flowc::dsl
