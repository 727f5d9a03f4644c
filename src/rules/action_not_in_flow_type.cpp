#include <algorithm>

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

/// Whether a source speaks of a flow type at all: the reference knows no campaigns, and neither knows modules.
bool speaks_of(FlowTypeSet ActionInfo::*source, FlowType type) {
    return std::count_if(actions().begin(), actions().end(),
                         [&](const ActionInfo& row) { return (row.*source).contains(type); }) > 1;
}

bool excludes(const ActionInfo& row, FlowTypeSet ActionInfo::*source, FlowType type) {
    return (row.*source).known && !(row.*source).contains(type) && speaks_of(source, type);
}

bool includes(const ActionInfo& row, FlowTypeSet ActionInfo::*source, FlowType type) {
    return (row.*source).known && (row.*source).contains(type);
}

}  // namespace

void check_action_not_in_flow_type(Check& check, const Action& action) {
    const ActionInfo* row = check.row(action);
    const FlowType type = check.flow.type;
    if (!row || type == FlowType::unknown) return;
    const std::string_view type_name = info(type).api;
    const auto report = [&](std::string_view claim) -> Diagnostic& {
        return check.diagnostics.report(action_not_in_flow_type, action.type_span,
                                        text({quote(row->name), claim, " in a flow of type `", type_name, "`"}));
    };
    if (std::find(row->refused_types.begin(), row->refused_types.end(), type) != row->refused_types.end()) {
        report(" is refused by the service");
        return;
    }
    if (row->export_types.contains(type)) return;
    const bool reference = excludes(*row, &ActionInfo::reference_types, type);
    const bool guide = excludes(*row, &ActionInfo::admin_guide_types, type);
    if (reference && guide) {
        report(" is not allowed");
    } else if (reference && includes(*row, &ActionInfo::admin_guide_types, type)) {
        report(" is allowed by the administrator's guide and not by the reference").severity = Severity::warning;
    } else if (guide && includes(*row, &ActionInfo::reference_types, type)) {
        report(" is allowed by the reference and not by the administrator's guide").severity = Severity::warning;
    } else if (guide || reference) {
        report(reference ? " is not among what the reference allows"
                         : " is not among what the administrator's guide allows")
            .severity = Severity::warning;
    }
}

}  // namespace flowc::rules
