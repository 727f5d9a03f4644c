#include <algorithm>

#include "rules/fix.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo empty_value{"empty-value",
                           Category::validity,
                           Severity::error,
                           "a value among an action's parameters is an empty string",
                           "the service refuses the flow: \"Invalid Action property value. Path: 0.Parameter\"",
                           "seen at the service for several types; a single space is accepted",
                           "a program fills it in before the flow is published; `<<…>>` in its place says so",
                           true};

namespace {

bool is_empty(Node value) { return value.is_string() && value.text().empty(); }

/// Where a value stands, and what the catalogue says of that place.
struct EmptyPlace {
    Node owner;                            ///< the mapping or sequence that holds it
    Node key;                              ///< absent for items
    const ParameterInfo* info;             ///< null: the catalogue does not know the name
    std::span<const ParameterRule> rules;  ///< between the names that stand beside it

    bool has_name() const { return key && info && !info->name.empty(); }
};

/// Whether nothing is missing without it: no parameter needs it, and no rule asks for it beside others.
bool can_be_left_out(const EmptyPlace& place) {
    if (!place.has_name() || place.info->required != Requirement::never) return false;
    const auto names_it = [&](std::span<const std::string_view> names) {
        return std::find(names.begin(), names.end(), place.info->name) != names.end();
    };
    return std::none_of(place.rules.begin(), place.rules.end(),
                        [&](const ParameterRule& rule) { return names_it(rule.of) || names_it(rule.then); });
}

/// What the author can write: a resource whose id only some program knows has a form of its own.
std::string advice(const EmptyPlace& place) {
    const bool one_of_several = !place.has_name() && place.owner.size() > 1;
    const bool is_resource = place.info && place.info->resource != ResourceKind::none;
    return text({"give it a value", can_be_left_out(place) || one_of_several ? " or leave it out" : "",
                 is_resource ? "; where a program fills it in, write a placeholder such as `<<NAME>>`" : ""});
}

/// What lies inside of JSON of the author's own.
void found_in_json(Check& check, Node value, Node key) {
    check.diagnostics
        .report(
            empty_value, value.span(),
            text({called(key),
                  " is an empty string, which the service was seen to refuse here as well; give it a value, a space "
                  "at least, or leave it out"}))
        .severity = Severity::warning;
}

void walk_json(Check& check, Node value, Node key) {
    if (is_empty(value)) return found_in_json(check, value, key);
    for (const Node item : value.items()) walk_json(check, item, Node());
    for (const auto [name, child] : value.entries()) walk_json(check, child, name);
}

void found(Check& check, Node value, const EmptyPlace& place) {
    Diagnostic& finding = check.diagnostics.report(empty_value, value.span(),
                                                   text({called(place.key), " is an empty string; ", advice(place)}));
    if (can_be_left_out(place))
        offer(check, finding, text({"leave ", quote(place.key.text()), " out"}), true,
              {fixes::remove(place.owner, place.key)});
}

void walk(Check& check, Node value, const EmptyPlace& place) {
    if (is_empty(value)) return found(check, value, place);
    const ParameterInfo* info = place.info;
    if (info && info->kind == ParameterKind::json) {
        // A create was refused for one; exports of flows that were published hold some, so only who writes it by hand is told.
        if (!check.text) walk_json(check, value, place.key);
        return;
    }
    const auto rules = info ? info->rules : std::span<const ParameterRule>();
    for (const Node item : value.items()) walk(check, item, {value, Node(), info ? info->item : nullptr, rules});
    for (const auto [name, child] : value.entries()) {
        const ParameterInfo* inner =
            info && info->item ? info->item : (info ? find_parameter(info->properties, name.text()) : nullptr);
        walk(check, child, {value, name, inner, rules});
    }
}

/// Among all that lies in a value, keys too.
bool has_empty_string(const Check& check, NodeId value) {
    if (value == no_node) return false;
    for (NodeId id = value; id < check.flow.tree[value].after; ++id) {
        if (is_empty(check.flow.node(id))) return true;
    }
    return false;
}

}  // namespace

void check_empty_value(Check& check, const Action& action) {
    if (!has_empty_string(check, action.parameters)) return;
    const ActionInfo* row = check.row(action);
    const Node parameters = check.flow.node(action.parameters);
    const auto rules = row ? row->rules : std::span<const ParameterRule>();
    for (const auto [key, value] : parameters.entries())
        walk(check, value, {parameters, key, row ? find_parameter(row->parameters, key.text()) : nullptr, rules});
}

}  // namespace flowc::rules
