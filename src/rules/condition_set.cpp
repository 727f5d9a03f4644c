#include <algorithm>

#include "rules/branches.hpp"
#include "rules/conditions.hpp"
#include "rules/report.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo condition_set{
    "condition-set",
    Category::validity,
    Severity::error,
    "an action lacks a branch of the set that its type always has",
    "the service refuses the flow",
    "AWS's reference and exports: Loop has ContinueLooping and DoneLooping, CheckHoursOfOperation True and False",
    "AWS has added a word since the catalogue was written",
    true};

void check_condition_set(Check& check, const ConditionsUse& use) {
    if (use.allowed != Truth::yes) return;
    // A branch whose operand cannot be read yet, or is none of the set, may be the missing one.
    std::size_t others = 0;
    for (const ConditionSet* set : use.sets) {
        if (set->exactly.empty()) continue;
        std::vector<std::string_view> missing(set->exactly.begin(), set->exactly.end());
        for (const Transition& transition : use.branches) {
            const std::optional<std::string_view> word = operand(check, transition);
            if (!word || !contains(set->exactly, *word)) {
                ++others;
                continue;
            }
            missing.erase(std::remove(missing.begin(), missing.end(), *word), missing.end());
        }
        if (missing.size() <= others || !is_whole_list(check, use.action, "Conditions")) continue;
        const bool takes_equals = set->operators.empty() || contains(set->operators, "Equals");
        report(check.diagnostics, condition_set, set->evidence, use.action.type_span,
               text({quote(use.row.name), " has no condition ", quote(takes_equals ? "Equals" : set->operators.front()),
                     " ", listed(missing, "and"), "; it always needs ", listed(set->exactly, "and")}));
        return;
    }
}

}  // namespace flowc::rules
