#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/flow_lowering.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/contract_data.hpp"
#include "flowdsl/verbs/only_with.hpp"

namespace flowc::dsl {

namespace {

/// The module of the project, where the step names one.
KnownFlows::Flow module_of(StepContext& step) {
    const Node name = step.value();
    return name.is_scalar() ? step.flow().flows().find(ResourceKind::module, name.text()) : KnownFlows::Flow{};
}

/// What a module is not told is empty there. A name that it does not accept may be the one that is missing.
void check_told(StepContext& step, const KnownFlows::Flow& module, Node input) {
    for (const auto [name, value] : input.entries())
        if (!find_field(module->contract.accepts, name.text())) return;
    for (const Contract::Field& field : module->contract.accepts)
        if (!input.find_key(field.name))
            step.warn(rules::maybe_unknown_name, input ? input.span() : step.value().span(),
                      quote(module->name) + " accepts " + quote(field.name) +
                          " and is not told it, so it is empty there; add it to `input`")
                .labels.push_back({step.flow().flows().place(module, field.span), "declared here"});
}

}  // namespace

static void lower(StepContext& step) {
    const Node input = step.option("input");
    const Node cases = step.option("cases");
    if (!cases) only_with(step, "cases", {"else"});
    const KnownFlows::Flow module = module_of(step);
    ActionDraft& invoke = step.action(ActionType::InvokeFlowModule);
    {
        Parameters parameters = step.parameters(invoke);
        parameters.name("FlowModuleId", ResourceKind::module, step.value());
        const bool readable = input && step.read_map(input, "input", {});
        if (readable && module)
            write_contract_data(step, parameters, "Input", input,
                                {module->contract.accepts, quote(module->name) + " accepts",
                                 step.flow().flows().place(module, module->name_span)});
        else if (readable) parameters.data("Input", input);
    }
    if (module) {
        if (!input || input.is_mapping()) check_told(step, module, input);
        if (cases.is_mapping()) check_result_cases(step, module, cases, false);
    }
    step.cases(invoke, cases, false);
    // A module that returns without a result, or with one that no case names, goes on the same way.
    const Label otherwise = step.target("else", step.next());
    step.leads_to(invoke, otherwise);
    if (cases) step.error_branch(invoke, "NoMatchingCondition", otherwise);
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
