#include <algorithm>
#include <vector>

#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/flow_lowering.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/contract_data.hpp"

namespace flowc::dsl {

namespace {

/// The module's `results` must name what it returns: the service refuses any other.
void check_result(StepContext& step, Node result) {
    std::vector<std::string_view> results;
    for (const Contract::Result& one : step.flow().head().contract.results) results.push_back(one.name);
    if (step.flow().head_is_doubtful() || std::find(results.begin(), results.end(), result.text()) != results.end()) return;
    const std::string_view near = nearest(result.text(), results);
    step.error(rules::module_contract, result.span(),
               "the module has no result " + quote(result.text()) + "; " +
                   (!near.empty()     ? "did you mean `" + std::string{near} + "`?"
                    : results.empty() ? "declare it in the head, `results: [" + std::string{result.text()} + "]`, or write `return` alone"
                                      : "it has " + list(results, "and")));
}

}  // namespace

static void lower(StepContext& step) {
    const Node result = step.value();
    const Node data = step.option("data");
    ActionDraft& end = step.action(ActionType::EndFlowModuleExecution);
    const bool named = result && !(result.is_scalar() && result.text().empty());
    Parameters parameters = step.parameters(end);
    if (named) {
        if (const auto text = step.read_text(result, "return")) {
            check_result(step, result);
            parameters.literal("Result", *text, result.span());
        }
    }
    if (data && step.read_map(data, "data", {})) {
        // What the head would have declared is not known where it was reported.
        if (step.flow().head_is_doubtful()) parameters.data("ResultData", data);
        else write_contract_data(step, parameters, "ResultData", data, step.flow().head().contract.produces, "the module produces", {});
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
