#include <algorithm>
#include <cstdint>
#include <vector>

#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo action_not_in_flow_type{
    "action-not-in-flow-type",
    Category::validity,
    Severity::error,
    "an action is not allowed in flows of this type",
    "the service refuses the flow, or the contact takes the error branch whenever it gets there",
    "somebody saw it refused, or AWS's reference and its administrator's guide both exclude it and no export has it; "
    "where the two differ it is a warning",
    "AWS has opened the action to the flow type since the catalogue was written, or `--type` names another type than "
    "the flow has"};

namespace {

/// The flow types that a source speaks of at all, as bits: the reference knows no campaigns, and neither knows modules.
/// What one row alone says counts for nothing.
std::uint16_t spoken_of(FlowTypeSet ActionInfo::*source) {
    unsigned once = 0;
    unsigned twice = 0;
    for (const ActionInfo& row : actions()) {
        twice |= once & (row.*source).bits;
        once |= (row.*source).bits;
    }
    return static_cast<std::uint16_t>(twice);
}

bool excludes(FlowTypeSet types, FlowTypeSet spoken, FlowType type) {
    return types.known && !types.contains(type) && spoken.contains(type);
}

bool includes(const ActionInfo& row, FlowTypeSet ActionInfo::*source, FlowType type) {
    return (row.*source).known && (row.*source).contains(type);
}

/// What is said against an action in flows of a type.
struct Exclusion {
    std::string_view claim;  ///< empty: nothing
    bool is_sure = false;
};

Exclusion exclusion(const ActionInfo& row, FlowType type) {
    if (std::find(row.refused_types.begin(), row.refused_types.end(), type) != row.refused_types.end())
        return {" is refused by the service", true};
    if (row.export_types.contains(type)) return {};
    static const FlowTypeSet of_reference{spoken_of(&ActionInfo::reference_types)};
    static const FlowTypeSet of_guide{spoken_of(&ActionInfo::admin_guide_types)};
    const bool reference = excludes(row.reference_types, of_reference, type);
    const bool guide = excludes(row.admin_guide_types, of_guide, type);
    if (reference && guide) return {" is not allowed", true};
    if (reference && includes(row, &ActionInfo::admin_guide_types, type))
        return {" is allowed by the administrator's guide and not by the reference"};
    if (guide && includes(row, &ActionInfo::reference_types, type))
        return {" is allowed by the reference and not by the administrator's guide"};
    if (reference) return {" is not among what the reference allows"};
    if (guide) return {" is not among what the administrator's guide allows"};
    return {};
}

/// In the words of the language, which has no modules among its types.
std::string where_else(const ActionInfo& row) {
    std::vector<std::string_view> names;
    for (const FlowTypeInfo& type : flow_types())
        if (type.type != FlowType::module && exclusion(row, type.type).claim.empty()) names.push_back(type.dsl);
    return names.empty() ? std::string() : text({"; it belongs in one of type ", listed(names, "or")});
}

/// What puts contacts into a queue in flows of that type, for an action that does it in others; empty: nothing that both
/// sources name.
std::string instead(FlowType type, const ActionInfo& row) {
    if (!row.has(Effect::leaves_to_queue)) return {};
    for (const ActionInfo& other : actions())
        if (other.has(Effect::leaves_to_queue) && includes(other, &ActionInfo::reference_types, type) &&
            includes(other, &ActionInfo::admin_guide_types, type))
            return text({"; write ", quote(other.name)});
    return {};
}

/// The types of flows that something is said against, as bits: of each action type, and of the one that is unknown none.
std::vector<std::uint16_t> excluded_types() {
    std::vector<std::uint16_t> excluded(actions().size() + 1);
    for (const ActionInfo& row : actions())
        for (const FlowTypeInfo& type : flow_types())
            if (!exclusion(row, type.type).claim.empty())
                excluded[static_cast<std::size_t>(row.type)] |=
                    static_cast<std::uint16_t>(1u << static_cast<unsigned>(type.type));
    return excluded;
}

}  // namespace

void check_action_not_in_flow_type(Check& check, const Action& action) {
    static const std::vector<std::uint16_t> excluded = excluded_types();
    const FlowType type = check.flow.type;
    if (((excluded[static_cast<std::size_t>(action.type)] >> static_cast<unsigned>(type)) & 1u) == 0) return;
    const ActionInfo& row = info(action.type);
    const Exclusion found = exclusion(row, type);
    const bool compiled = check.flow.document == no_node;
    Diagnostic& finding = check.diagnostics.report(
        action_not_in_flow_type, action.type_span,
        text({quote(row.name), found.claim, " in a flow of type ", quote(compiled ? info(type).dsl : info(type).api),
              compiled ? where_else(row) : instead(type, row)}));
    if (!found.is_sure) finding.severity = Severity::warning;
}

}  // namespace flowc::rules
