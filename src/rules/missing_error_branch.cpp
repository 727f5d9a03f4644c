#include <vector>

#include "rules/error_branches.hpp"
#include "rules/fix.hpp"
#include "rules/report.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo missing_error_branch{
    "missing-error-branch",
    Category::validity,
    Severity::error,
    "an action lacks an error branch that its type requires",
    "the service refuses the flow: \"Action is missing required error. Error: QueueAtCapacity, Path: Actions[0]\"",
    "seen at the service for most types; else AWS's reference, which exports agree with",
    "the requirement is newer than the flow: what was published before goes on running",
    true};

namespace {

/// The branches that are missing lead where the last one leads that is there. Without one, or where that one goes on as if nothing
/// had failed, it is the author who knows.
std::vector<Edit> add_branches(const Check& check, const Action& action, const ActionInfo& row,
                               const std::vector<std::string_view>& names) {
    const std::span<const Transition> branches = check.branches.errors;
    if (branches.empty() || branches.back().target == no_action) return {};
    const bool goes_on = row.mirrors.empty();
    for (const Transition& next : check.branches.next)
        if (goes_on && next.target == branches.back().target) return {};
    return add_branches_like(check, action, branches.back(), names);
}

}  // namespace

void check_missing_error_branch(Check& check, const Action& action) {
    const ActionInfo& row = info(action.type);
    std::vector<std::string_view> missing;
    Evidence surest = Evidence::name_only;
    for (const ErrorInfo* error : errors_of(row, check.branches.missing_errors)) {
        missing.push_back(error->name);
        if (error->evidence < surest) surest = error->evidence;
    }
    Diagnostic& finding = report(check.diagnostics, missing_error_branch, surest, action.type_span,
                                 text({quote(row.name), " has no error branch ", listed(missing, "and"), "; add ",
                                       missing.size() == 1 ? "it" : "them", " to `Errors`"}));
    if (!check.text) return;
    std::vector<Edit> edits = add_branches(check, action, row, missing);
    if (!edits.empty()) offer(check, finding, text({"add ", listed(missing, "and")}), false, std::move(edits));
}

}  // namespace flowc::rules
