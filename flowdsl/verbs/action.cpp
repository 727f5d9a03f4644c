#include <algorithm>

#include "catalogue/flow_rule.hpp"
#include "diagnostics/suggest.hpp"
#include "flowdsl/lowering/flow_lowering.hpp"
#include "flowdsl/lowering/step_context.hpp"
#include "flowdsl/verbs/cannot_fail.hpp"
#include "flowdsl/verbs/contract_data.hpp"
#include "flowdsl/verbs/run_time_value.hpp"
#include "flowdsl/words/scalar.hpp"

namespace flowc::dsl {

namespace {

/// What the written parameters do to the names that later texts may read.
void note_names(StepContext& step, ActionDraft& action, const ActionInfo& row, Node parameters) {
    const auto writes_keys_of = [&](std::string_view map) {
        for (const auto [name, value] : parameters.find(map).entries())
            if (name.text().find_first_of("$.{") == std::string_view::npos) step.writes_attribute(action, name);
    };
    if (row.has(Effect::writes_contact_attributes) && parameters.find("TargetContact").text() != "Related")
        writes_keys_of("Attributes");
    if (row.has(Effect::writes_flow_attributes)) writes_keys_of("FlowAttributes");
    action.replaces_external = row.has(Effect::replaces_external);
    action.stores_input = row.has(Effect::stores_input) && parse_switch(parameters.find("StoreInput").text()) == true;
}

/// Holds the action to the contract of the module that it invokes, or that it returns from.
void check_contract(StepContext& step, const ActionDraft& action, Node parameters) {
    const bool own = step.flow().head().type == FlowType::module && !step.flow().head_is_doubtful();
    const KnownFlows::Flow& module = action.module;
    for (const FlowRule& rule : flow_rules(action.type)) {
        const Node value = parameters.find(rule.path);
        switch (rule.kind) {
            case FlowRule::Kind::accepted_by_module:
                if (module)
                    check_contract_data(step, value,
                                        {module->contract.accepts, quote(module->name) + " accepts",
                                         step.flow().flows().place(module, module->name_span)});
                break;
            case FlowRule::Kind::branches_of_module:
                if (module && step.option("cases").is_mapping())
                    check_result_cases(step, module, step.option("cases"), true);
                break;
            case FlowRule::Kind::result_of_own_module:
                if (own && value.is_scalar() && !value.text().empty() && !is_run_time_value(value))
                    check_own_result(step, value);
                break;
            case FlowRule::Kind::produced_by_own_module:
                if (own)
                    check_contract_data(step, value, {step.flow().head().contract.produces, "the module produces", {}});
                break;
            default: break;
        }
    }
}

bool has_error_branch(const ActionDraft& action, std::string_view type) {
    return std::any_of(action.edges.begin(), action.edges.end(),
                       [&](const Edge& edge) { return edge.kind == Transition::Kind::error && edge.label == type; });
}

/// A branch that is left out is checked here: the checks of the graph never see it.
void expect_error_type(StepContext& step, const ActionInfo& row, Node type) {
    std::vector<std::string_view> known;
    for (const ErrorInfo& error : row.errors) known.push_back(error.name);
    if (std::find(known.begin(), known.end(), type.text()) != known.end()) return;
    const std::string_view near = nearest(type.text(), known);
    step.error(rules::unknown_option, type.span(),
               "`" + std::string{row.name} + "` has no error " + quote(type.text()) + "; " +
                   (near.empty() ? "leave it out" : "did you mean `" + std::string{near} + "`?"));
}

/// The given branches; a failure's own target stands for the catch-all, where the action knows one.
void write_errors(StepContext& step, ActionDraft& action, const ActionInfo* row) {
    constexpr std::string_view catch_all = "NoMatchingError";
    const Node errors = step.option("errors");
    if (errors && step.read_map(errors, "errors", {}))
        for (const auto [type, target] : errors.entries()) {
            const Label label = step.read_target(target, type.text(), true);
            if (label == no_branch && row) expect_error_type(step, *row, type);
            step.error_branch(action, type.text(), label, type.span());
        }
    if (!step.has_on_error()) return;
    if (has_error_branch(action, catch_all)) {
        step.error(rules::conflicting_options, errors.find_key(catch_all).span(),
                   "`on_error` and `errors` both say where `NoMatchingError` leads; remove one");
        step.on_error();
        return;
    }
    const bool knows_one = !row || std::any_of(row->errors.begin(), row->errors.end(),
                                               [&](const ErrorInfo& error) { return error.name == catch_all; });
    if (knows_one) step.error_branch(action, catch_all, step.on_error());
    else if (row->errors.empty()) refuse_on_error(step, row->name);
}

void write_next(StepContext& step, ActionDraft& action, const ActionInfo* row) {
    const Node then = step.option("then");
    const NextAction wanted = row ? row->next_action : NextAction::required;
    if (then && wanted == NextAction::forbidden) {
        step.error(rules::conflicting_options, then.span(),
                   "nothing runs after `" + std::string{row->name} + "`: it ends the flow; remove `then`");
        step.read_target(then, "then");
    } else if (then) {
        step.leads_to(action, step.read_target(then, "then", wanted == NextAction::optional));
    } else if (wanted == NextAction::optional) {
        step.leads_to(action, step.next());
    }
}

}  // namespace

static void lower(StepContext& step) {
    const std::string_view type = step.read_fixed(step.value(), "action").value_or(std::string_view{});
    const ActionInfo* row = find_action(type);
    ActionDraft& action = step.action(row ? row->type : ActionType::unknown);
    action.type_name = step.keep(type);
    action.type_span = step.value().span();

    const Node written = step.option("parameters");
    if (written && step.read_map(written, "parameters", {})) {
        {
            Parameters parameters = step.parameters(action);
            for (const auto [key, value] : written.entries()) parameters.entry(key, value);
        }
        if (row) note_names(step, action, *row, written);
    }
    if (row) check_contract(step, action, written);
    if (const Node cases = step.option("cases")) step.cases(action, cases, true);
    write_errors(step, action, row);
    write_next(step, action, row);
}

static constexpr OptionInfo options[] = {
    {.name = "parameters",
     .kind = OptionKind::data,
     .summary = "the action's parameters by the service's own names",
     .may_be_empty = true},
    {.name = "cases",
     .kind = OptionKind::map,
     .summary = "the action's conditions: a value, or a test such as `under 5`, and where each leads"},
    {.name = "errors",
     .kind = OptionKind::map,
     .summary = "error types by the service's own names, and where each leads"},
    {.name = "then",
     .kind = OptionKind::target,
     .default_value = "next",
     .summary = "where the contact goes when the action has run"},
};

extern const VerbInfo verb_action;
const VerbInfo verb_action{
    .name = "action",
    .section = "Control",
    .summary = "writes one action of any type as it stands, for what no other verb says",
    .value = OptionKind::text,
    .options = options,
    .types = {},
    .example = "action: GetMetricData",
    .lower = lower,
};

}  // namespace flowc::dsl
