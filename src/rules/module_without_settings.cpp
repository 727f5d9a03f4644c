#include <algorithm>
#include <string>

#include "rules/fix.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo module_without_settings{
    "module-without-settings",
    Category::validity,
    Severity::error,
    "a module's content has no Settings",
    "the service refuses the module: \"JSON field is missing or null for field name: settings\"",
    "seen at the service; 39 of 41 published modules have it",
    "the file is a module's text for the console, which adds the block by itself",
    true};

namespace {

constexpr const char* empty_settings = "{\"InputParameters\": [], \"OutputParameters\": [], \"Transitions\": []}";

void offer_settings(const Check& check, Diagnostic& finding, bool safe) {
    if (!check.text) return;
    const Node root = check.flow.node(check.flow.document);
    const Node null = root.find("Settings");
    const Node start = root.find_key("StartAction");
    offer(check, finding, "add settings without parameters", safe,
          {null    ? fixes::replace(null, empty_settings)
           : start ? fixes::insert_behind(*check.text, root, start, "Settings", empty_settings)
                   : fixes::insert_first(*check.text, root, "Settings", empty_settings)});
}

}  // namespace

void check_module_without_settings(Check& check) {
    const Flow& flow = check.flow;
    if (flow.document == no_node || flow.node(flow.document).find("Settings").kind() != NodeKind::null) return;
    if (flow.type != FlowType::unknown && flow.type != FlowType::module) return;
    const auto report = [&](std::string_view what) -> Diagnostic& {
        const Span span{flow.node(flow.document).span().begin, flow.node(flow.document).span().begin + 1};
        return check.diagnostics.report(module_without_settings, span,
                                        text({what, "; write `\"Settings\": ", empty_settings, "`"}));
    };
    const bool inferred = flow.type_source == TypeSource::actions;
    if (flow.type == FlowType::module && !inferred)
        return offer_settings(check, report("the module has no `Settings`"), true);
    const bool returns = std::any_of(flow.actions.begin(), flow.actions.end(), [&](const Action& action) {
        const ActionInfo* row = check.row(action);
        return row && row->has(Effect::returns_from_module);
    });
    if (!returns) return;
    Diagnostic& finding =
        report("the flow returns like a module and has no `Settings`, which the service asks of a module");
    finding.severity = Severity::warning;
    offer_settings(check, finding, false);
}

}  // namespace flowc::rules
