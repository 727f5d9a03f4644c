#include <algorithm>
#include <bit>

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
        std::uint64_t there = 0;
        for (const Transition& transition : use.branches) {
            const std::optional<std::string_view> word = operand(check, transition);
            const auto at = word ? std::find(set->exactly.begin(), set->exactly.end(), *word) : set->exactly.end();
            if (at == set->exactly.end()) ++others;
            else there |= std::uint64_t{1} << (at - set->exactly.begin());
        }
        if (set->exactly.size() <= others + static_cast<std::size_t>(std::popcount(there))) continue;
        std::vector<std::string_view> missing;
        for (std::size_t i = 0; i < set->exactly.size(); ++i)
            if (((there >> i) & 1u) == 0) missing.push_back(set->exactly[i]);
        if (!is_whole_list(check, use.action, "Conditions")) continue;
        const bool takes_equals = set->operators.empty() || contains(set->operators, "Equals");
        report(check.diagnostics, condition_set, set->evidence, use.action.type_span,
               text({quote(use.row.name), " has no condition ", quote(takes_equals ? "Equals" : set->operators.front()),
                     " ", listed(missing, "and"), "; it always needs ", listed(set->exactly, "and")}));
        return;
    }
}

}  // namespace flowc::rules
