#include "rules/branches.hpp"
#include "rules/conditions.hpp"
#include "rules/report.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo condition_count{
    "condition-count", Category::validity, Severity::error, "an action has fewer or more conditions than its type takes",
    "the service refuses the flow: \"Action is missing required property. Path: Transitions.Conditions\"",
    "seen at the service; else AWS's reference", {}, true};

void check_condition_count(Check& check, const Action& action) {
    const ActionInfo* row = check.row(action);
    if (!row || !has_transitions(check, action) || !is_readable_list(check, action, "Conditions") ||
        is_misspelt(check, action, "Conditions")) {
        return;
    }
    const Truth allowed = conditions_allowed(check, action, *row);
    if (allowed == Truth::no) return;
    for (const ConditionSet* set : condition_sets(check, action, *row)) {
        if (!set->exactly.empty()) return;
    }
    std::size_t count = 0;
    const Transition* beyond = nullptr;
    const ConditionsInfo& conditions = row->conditions;
    for (const Transition& transition : check.flow.transitions_of(action)) {
        if (transition.kind != Transition::Kind::condition) continue;
        ++count;
        if (conditions.max && count == *conditions.max + 1) beyond = &transition;
    }
    if (allowed == Truth::yes && conditions.min && count < *conditions.min) {
        report(check.diagnostics, condition_count, conditions.evidence, action.type_span,
               text({quote(row->name), count == 0 ? " has no condition" : " has too few conditions", "; it needs ",
                     *conditions.min == 1 ? "at least one" : "at least " + std::to_string(*conditions.min)}));
    } else if (beyond) {
        report(check.diagnostics, condition_count, conditions.evidence, beyond->label_span,
               text({quote(row->name), " has ", counted(count, "condition"), "; it takes at most ",
                     std::to_string(*conditions.max)}));
    }
}

}  // namespace flowc::rules
