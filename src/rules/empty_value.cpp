#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo empty_value{"empty-value",
                           Category::validity,
                           Severity::error,
                           "a value among an action's parameters is an empty string",
                           "the service refuses the flow: \"Invalid Action property value. Path: 0.Parameter\"",
                           "seen at the service for several types; a single space is accepted",
                           "a program fills it in before the flow is published",
                           true};

namespace {

bool is_empty(Node value) { return value.is_string() && value.text().empty(); }

void found(Check& check, Node value, Node key, bool is_needed) {
    check.diagnostics.report(empty_value, value.span(),
                             text({key ? quote(key.text()) : std::string("the item"),
                                   " is an empty string; give it a value", is_needed ? "" : " or leave it out"}));
}

/// `info` is null where the catalogue does not know the name. What lies inside of JSON of the author's own stands in exports
/// of flows that were published.
void walk(Check& check, Node value, Node key, const ParameterInfo* info) {
    if (is_empty(value))
        return found(check, value, key, info && !info->name.empty() && info->required == Requirement::always);
    if (info && info->kind == ParameterKind::json) return;
    for (const Node item : value.items()) walk(check, item, Node(), info ? info->item : nullptr);
    for (const auto [name, child] : value.entries()) {
        if (info && info->item) walk(check, child, name, info->item);
        else walk(check, child, name, info ? find_parameter(info->properties, name.text()) : nullptr);
    }
}

/// Among all that lies in a value, keys too.
bool has_empty_string(const SyntaxTree& tree, NodeId value) {
    if (value == no_node) return false;
    for (NodeId id = value; id < tree[value].after; ++id) {
        if (is_empty(tree.node(id))) return true;
    }
    return false;
}

}  // namespace

void check_empty_value(Check& check, const Action& action) {
    if (!has_empty_string(check.flow.tree, action.parameters)) return;
    const ActionInfo* row = check.row(action);
    for (const auto [key, value] : check.flow.node(action.parameters).entries()) {
        walk(check, value, key, row ? find_parameter(row->parameters, key.text()) : nullptr);
    }
}

}  // namespace flowc::rules
