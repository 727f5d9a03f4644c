#include <algorithm>

#include "rules/branches.hpp"
#include "rules/conditions.hpp"
#include "rules/report.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo condition_set{
    "condition-set", Category::validity, Severity::error, "an action lacks a branch of the set that its type always has",
    "the service refuses the flow",
    "AWS's reference and exports: Loop has ContinueLooping and DoneLooping, CheckHoursOfOperation True and False", {}, true};

void check_condition_set(Check& check, const Action& action) {
    const ActionInfo* row = check.row(action);
    if (!row || !has_transitions(check, action) || !is_readable_list(check, action, "Conditions") ||
        is_misspelt(check, action, "Conditions") || conditions_allowed(check, action, *row) != Truth::yes) {
        return;
    }
    const std::span<const Transition> transitions = check.flow.transitions_of(action);
    // A branch whose operand cannot be read yet, or is none of the set, may be the missing one.
    std::size_t others = 0;
    for (const ConditionSet* set : condition_sets(check, action, *row)) {
        if (set->exactly.empty()) continue;
        std::vector<std::string_view> missing(set->exactly.begin(), set->exactly.end());
        for (const Transition& transition : transitions) {
            if (transition.kind != Transition::Kind::condition) continue;
            const std::optional<std::string_view> word = operand(check, transition);
            if (!word || !contains(set->exactly, *word)) {
                ++others;
                continue;
            }
            missing.erase(std::remove(missing.begin(), missing.end(), *word), missing.end());
        }
        if (missing.size() <= others) continue;
        report(check.diagnostics, condition_set, set->evidence, action.type_span,
               text({quote(row->name), " has no condition `Equals` ", listed(missing, "and"), "; it always needs ",
                     listed(set->exactly, "and")}));
        return;
    }
}

}  // namespace flowc::rules
