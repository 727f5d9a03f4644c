#include "rules/conditions.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo conditions_not_rising{
    "conditions-not-rising",
    Category::validity,
    Severity::warning,
    "the thresholds of an action's conditions do not rise from branch to branch",
    "the first threshold above the number drawn is taken, so a branch behind a higher one gets no contact",
    "exports always rise; the service does not check it",
    "the operands are put there by a template"};

void check_conditions_not_rising(Check& check, const ConditionsUse& use) {
    if (!use.row.conditions.rising) return;
    std::optional<double> last;
    for (const Transition& transition : use.branches) {
        const std::optional<std::string_view> word = operand(check, transition);
        const std::optional<double> value = word ? number(*word) : std::nullopt;
        if (!value) return;
        // The same threshold twice is the same condition twice.
        if (last && *value < *last) {
            check.diagnostics.report(conditions_not_rising,
                                     (*check.flow.node(transition.operands).items().begin()).span(),
                                     text({"the threshold ", decimal(*value), " follows ", decimal(*last),
                                           ", so this branch is never taken; let the thresholds rise"}));
            return;
        }
        last = value;
    }
}

}  // namespace flowc::rules
