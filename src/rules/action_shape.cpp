#include <array>

#include "rules/branches.hpp"
#include "rules/fix.hpp"
#include "rules/foreign_keys.hpp"
#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo action_shape{
    "action-shape",
    Category::validity,
    Severity::error,
    "an action lacks one of its parts, has one that no action has, or one of the wrong JSON type",
    "the service cannot read the action and refuses the flow",
    "AWS's reference: Identifier, Type, Parameters, Transitions; exports leave out empty Parameters, and Transitions "
    "where nothing comes next",
    "never: the service reads nothing else there",
    true};

namespace {

constexpr std::array<std::string_view, 4> action_keys{"Identifier", "Type", "Parameters", "Transitions"};

void report_missing(Check& check, const Action& action, Node node, std::string_view name,
                    Evidence evidence = Evidence::reference) {
    const Span span = action.type_name.empty() ? Span{node.span().begin, node.span().begin + 1} : action.type_span;
    if (const Node key = misspelt_key(node, name, action_keys)) {
        Diagnostic& finding = report(check.diagnostics, action_shape, evidence, key.span(),
                                     text({"unknown key ", quote(key.text()), " of an action; write `", name, "`"}));
        offer_word(check, finding, key, name);
    } else {
        report(check.diagnostics, action_shape, evidence, span,
               text({"the action has no `", name, "`",
                     name == "Transitions" ? "; name its `NextAction` there, and its error branches" : ""}));
    }
}

void check_word(Check& check, const Action& action, Node node, std::string_view name) {
    const Node value = node.find(name);
    if (!value) {
        report_missing(check, action, node, name);
    } else if (!value.is_string()) {
        check.diagnostics.report(action_shape, value.span(), text({"`", name, "` is no string"}));
    }
}

}  // namespace

void check_action_shape(Check& check, const Action& action) {
    const Node node = check.flow.node(action.node);
    if (!node) return;
    check_word(check, action, node, "Identifier");
    check_word(check, action, node, "Type");
    if (node.find("Type").is_string() && action.type_name.empty()) {
        check.diagnostics.report(action_shape, action.type_span, "`Type` is empty; name the type of the action");
    }

    const Node parameters = node.find("Parameters");
    if (parameters && !parameters.is_mapping() && !is_opaque(parameters)) {
        check.diagnostics.report(action_shape, parameters.span(), "`Parameters` is no object; write `{…}`");
    }
    if (!parameters) {
        if (const Node key = misspelt_key(node, "Parameters", action_keys)) {
            Diagnostic& finding = check.diagnostics.report(
                action_shape, key.span(),
                text({"unknown key ", quote(key.text()), " of an action; write `Parameters`"}));
            offer_word(check, finding, key, "Parameters");
        }
    }

    const Node transitions = node.find("Transitions");
    const ActionInfo* row = check.row(action);
    if (transitions && !transitions.is_mapping() && !is_opaque(transitions)) {
        check.diagnostics.report(action_shape, transitions.span(), "`Transitions` is no object; write `{…}`");
    }
    const bool misses_transitions = !transitions && row && row->next_action == NextAction::required;
    if (misses_transitions) report_missing(check, action, node, "Transitions", row->evidence);
    // Of the parts that are asked for above, `Transitions` is the last.
    report_foreign_keys(check, action_shape, node, "an action", action_keys,
                        std::span{action_keys}.first(misses_transitions ? 4 : 3));
}

}  // namespace flowc::rules
