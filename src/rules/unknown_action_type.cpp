#include <algorithm>
#include <vector>

#include "rules/fix.hpp"
#include "rules/report.hpp"
#include "rules/requirements.hpp"
#include "rules/rule.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo unknown_action_type{
    "unknown-action-type",
    Category::validity,
    Severity::error,
    "an action's type is none that is known",
    "the service refuses the flow: \"Invalid Action type. Type: X\"",
    "seen at the service for several wrong names; a type that resembles nothing known may be new, so it is a warning; "
    "the published schema cannot tell what resembles, and refuses both",
    "the action is newer than the catalogue",
    true};

namespace {

constexpr std::uint64_t bit(Effect effect) { return std::uint64_t{1} << static_cast<unsigned>(effect); }

std::string_view nearest_type(std::string_view name) {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> result;
        result.reserve(actions().size());
        for (const ActionInfo& row : actions()) result.push_back(row.name);
        return result;
    }();
    return nearest(name, names);
}

/// What an action lacks to be of a type, and what that type does not take, in words; empty: its parameters fit.
std::string misfit(const Check& check, const Action& action, const ActionInfo& row) {
    const Node parameters = check.flow.node(action.parameters);
    if (parameters && !parameters.is_mapping()) return {};
    const ObjectUse use{action, row, parameters, {}, row.parameters, row.rules, nullptr, row.free_parameters};
    std::vector<std::string_view> lacking;
    for (const ParameterInfo& property : row.parameters)
        if (!parameters.find_key(property.name) && is_required(check, use, property)) lacking.push_back(property.name);
    std::string needs = listed(lacking, "and");
    const auto given = [&](std::string_view path) { return is_given(check, use, path); };
    for (const ParameterRule& rule : row.rules) {
        using Kind = ParameterRule::Kind;
        const bool wants_one = rule.kind == Kind::exactly_one || rule.kind == Kind::at_least_one;
        if (wants_one && std::none_of(rule.of.begin(), rule.of.end(), given))
            needs += text({needs.empty() ? "" : " and ", "one of ", listed(rule.of, "or")});
    }
    std::vector<std::string_view> foreign;
    for (const auto [key, value] : parameters.entries())
        if (!row.free_parameters && !find_parameter(row.parameters, key.text())) foreign.push_back(key.text());
    std::string result = needs.empty() ? std::string() : text({", which needs ", needs});
    if (!foreign.empty()) result += text({needs.empty() ? ", which" : " and", " takes no ", listed(foreign, "or")});
    return result;
}

/// Whether flows of a type have the action, as AWS's reference says.
bool is_for(const ActionInfo& row, FlowType type) {
    const bool refused = std::find(row.refused_types.begin(), row.refused_types.end(), type) != row.refused_types.end();
    return !refused && (!row.reference_types.known || row.reference_types.contains(type));
}

/// Whether all that an action does is to end the flow.
bool only_ends(const ActionInfo& row) {
    const std::uint64_t ends = bit(Effect::ends_flow) | bit(Effect::disconnects) | bit(Effect::returns_from_module);
    return row.effects != 0 && (row.effects & ~ends) == 0;
}

/// What a name stands for in a flow of a type: how a flow ends is for each type another action. Null: flows of the type have
/// nothing of the kind.
const ActionInfo* in_flow_type(const ActionInfo& row, FlowType type) {
    if (type == FlowType::unknown || is_for(row, type)) return &row;
    const bool guide = row.admin_guide_types.contains(type) || row.export_types.contains(type);
    const ActionInfo* found = nullptr;
    if (row.has(Effect::ends_flow) && only_ends(row))
        for (const ActionInfo& other : actions()) {
            if (!only_ends(other) || !is_for(other, type)) continue;
            if (found) return guide ? &row : nullptr;
            found = &other;
        }
    const bool refused = std::find(row.refused_types.begin(), row.refused_types.end(), type) != row.refused_types.end();
    return found ? found : guide && !refused ? &row : nullptr;
}

}  // namespace

void check_unknown_action_type(Check& check, const Action& action) {
    if (action.type_name.empty()) return;
    const Node node = check.flow.node(action.node);
    if (node && is_opaque(node.find("Type"))) return;
    const std::string name = quote(action.type_name);
    const std::span<const WrongName> wrong = wrong_action_names();
    const auto known =
        std::find_if(wrong.begin(), wrong.end(), [&](const WrongName& row) { return row.name == action.type_name; });
    if (known != wrong.end()) {
        const ActionInfo* named = find_action(known->instead);
        const FlowType type = check.flow.type;
        const ActionInfo* row = named ? in_flow_type(*named, type) : nullptr;
        if (named && !row) {
            check.diagnostics.report(unknown_action_type, action.type_span,
                                     text({"there is no action type ", name, "; `", named->name,
                                           "` is meant, and flows of type `", info(type).api, "` do not have it"}));
            return;
        }
        const std::string differs = row ? misfit(check, action, *row) : std::string();
        // Where the flow's type is not known, what some types refuse is a guess.
        const bool certain =
            row && (type == FlowType::unknown ? row->refused_types.empty() && is_for(*row, FlowType::contact_flow)
                                              : is_for(*row, type));
        Diagnostic& finding = check.diagnostics.report(
            unknown_action_type, action.type_span,
            text({"there is no action type ", name, row ? text({"; write `", row->name, "`", differs}) : "",
                  known->note.empty() ? "" : text({": ", known->note})}));
        if (row)
            offer_word(check, finding, node.find("Type"), row->name,
                       certain && row == named && known->note.empty() && differs.empty());
        return;
    }
    const std::string_view meant = check.suggests_for(action) ? nearest_type(action.type_name) : std::string_view{};
    if (!meant.empty()) {
        Diagnostic& finding =
            check.diagnostics.report(unknown_action_type, action.type_span,
                                     text({"there is no action type ", name, "; did you mean `", meant, "`?"}));
        offer_word(check, finding, node.find("Type"), meant);
        return;
    }
    check.diagnostics
        .report(unknown_action_type, action.type_span,
                text({"the action type ", name, " is not known here; its parameters and branches cannot be checked"}))
        .severity = Severity::warning;
}

}  // namespace flowc::rules
