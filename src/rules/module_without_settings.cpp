#include <algorithm>

#include "rules/rule.hpp"

namespace flowc::rules {

const RuleInfo module_without_settings{
    "module-without-settings", Category::validity, Severity::error, "a module's content has no Settings",
    "the service refuses the module: \"JSON field is missing or null for field name: settings\"",
    "seen at the service; 39 of 41 published modules have it",
    "the file is a module's text for the console, which adds the block by itself", true};

void check_module_without_settings(Check& check) {
    const Flow& flow = check.flow;
    if (flow.document == no_node || flow.node(flow.document).find("Settings").kind() != NodeKind::null) return;
    const Span span{flow.node(flow.document).span().begin, flow.node(flow.document).span().begin + 1};
    constexpr const char* advice =
        "; write `\"Settings\": {\"InputParameters\": [], \"OutputParameters\": [], \"Transitions\": []}`";
    const bool inferred = flow.type_source == TypeSource::actions;
    if (flow.type == FlowType::module && !inferred) {
        check.diagnostics.report(module_without_settings, span, std::string("the module has no `Settings`") + advice);
        return;
    }
    if (flow.type != FlowType::unknown && flow.type != FlowType::module) return;
    const bool returns = std::any_of(flow.actions.begin(), flow.actions.end(), [&](const Action& action) {
        const ActionInfo* row = check.row(action);
        return row && row->has(Effect::returns_from_module);
    });
    if (!returns) return;
    check.diagnostics
        .report(
            module_without_settings, span,
            std::string("the flow returns like a module and has no `Settings`, which the service asks of a module") +
                advice)
        .severity = Severity::warning;
}

}  // namespace flowc::rules
