#include "ir/placeholder.hpp"
#include "rules/conditions.hpp"
#include "rules/fix.hpp"
#include "rules/report.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo condition_operator{"condition-operator",
                                  Category::validity,
                                  Severity::error,
                                  "a condition's operator is none, or not one of this action",
                                  "the service refuses the flow, or the branch is never taken",
                                  "AWS's reference has eight operators and each type takes some; And, Or, Not, All, "
                                  "Any and Contains were seen refused",
                                  "AWS has added an operator since the catalogue was written",
                                  true};

void check_condition_operator(Check& check, const ConditionsUse& use) {
    if (use.allowed == Truth::no) return;
    for (const Transition& transition : use.branches) {
        if (transition.label.empty() || special_operator(check, use.row, transition.label)) continue;
        for (const ConditionSet* set : use.sets) {
            if (set->operators.empty() || contains(set->operators, transition.label)) continue;
            if (has_placeholder(transition.label)) break;
            const bool refused = contains(use.row.conditions.refused_operators, transition.label);
            const std::string_view meant = nearest(transition.label, set->operators);
            Diagnostic& finding = report(check.diagnostics, condition_operator,
                                         refused ? Evidence::live : set->evidence, transition.label_span,
                                         text({quote(use.row.name), " has no operator ", quote(transition.label),
                                               set->when.empty() ? "" : " here",
                                               meant.empty() ? text({"; write ", listed(set->operators, "or")})
                                                             : text({"; did you mean `", meant, "`?"})}));
            offer_word(check, finding, check.flow.node(transition.node).find("Condition").find("Operator"), meant);
            break;
        }
    }
}

}  // namespace flowc::rules
