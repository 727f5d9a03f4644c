#include "flow_set/summary.hpp"

#include "flow_set/handed_on.hpp"
#include "ir/attribute_writes.hpp"
#include "ir/named_flows.hpp"
#include "ir/reference.hpp"
#include "ir/value_form.hpp"

namespace flowc {

std::optional<FlowSummary::Comparison> comparison_of(const Flow& flow, const Action& action) {
    if (action.type == ActionType::unknown) return std::nullopt;
    const ActionInfo& row = info(action.type);
    if (row.conditions.allowed == ConditionsInfo::Allowed::never) return std::nullopt;
    for (const ParameterInfo& parameter : row.parameters) {
        if (parameter.kind != ParameterKind::reference) continue;
        const Node value = flow.node(action.parameters).find(parameter.name);
        if (!value.is_string() || references_in(value.text()) != References::whole) continue;
        const ReferenceParts parts = parts_of(value.text());
        if (parts.space != "Attributes" || parts.key.empty()) continue;
        FlowSummary::Comparison comparison{std::string(parts.key), {}, !parts.rest.empty(), value.span()};
        for (const Transition& branch : flow.transitions_of(action, Transition::Kind::condition)) {
            const Node operands = flow.node(branch.operands);
            for (const Node operand : operands.items()) {
                if (value_form(operand) != ValueForm::fixed) comparison.open = true;
                else
                    comparison.branches.push_back(
                        {std::string(branch.label), std::string(operand.text()), operand.span()});
            }
            if (operands.size() != 1) comparison.open = true;
        }
        return comparison;
    }
    return std::nullopt;
}

FlowSummary summary_of(const Flow& flow) {
    FlowSummary summary;
    summary.name = flow.name;
    summary.type = flow.type;
    summary.says_type = flow.type_source == TypeSource::file;
    for (const AttributeWrite& write : attribute_writes(flow)) {
        if (!write.key_is_fixed) {
            summary.writes_any = true;
            continue;
        }
        const bool fixed = value_form(write.value) == ValueForm::fixed;
        summary.writes.push_back({std::string(write.key.text()),
                                  fixed ? std::string(write.value.text()) : std::string(), fixed, write.value.span()});
    }
    const auto lead = [](const NamedFlow& named) {
        return FlowSummary::Lead{named.known ? std::string(named.value.text()) : std::string(),
                                 std::string(named.name)};
    };
    for (const NamedFlow& named : named_flows(flow)) summary.leads.push_back(lead(named));
    if (const auto named = handed_on(flow)) summary.handed_on = lead(*named);
    for (const Action& action : flow.actions) {
        if (auto comparison = comparison_of(flow, action)) summary.comparisons.push_back(std::move(*comparison));
        // What is not known may do anything.
        const auto may = [&](Effect effect) {
            return action.type == ActionType::unknown || info(action.type).has(effect);
        };
        summary.sets_queue = summary.sets_queue || may(Effect::sets_target_queue);
        summary.calls_lambda = summary.calls_lambda || may(Effect::replaces_external);
    }
    return summary;
}

}  // namespace flowc
