#include <algorithm>

#include "rules/branches.hpp"
#include "rules/conditions.hpp"
#include "rules/report.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo condition_count{
    "condition-count",
    Category::validity,
    Severity::error,
    "an action has fewer or more conditions than its type takes",
    "the service refuses the flow: \"Action is missing required property. Path: Transitions.Conditions\"",
    "seen at the service; else AWS's reference",
    "AWS allows another number than was seen",
    true};

namespace {

/// The maximum in flows of this type; 0: none. Where the type is not known, that of all.
ConditionLimit limit_in(const ConditionsInfo& conditions, FlowType type) {
    for (const ConditionLimit& limit : conditions.limits)
        if (type != FlowType::unknown && limit.types.contains(type)) return limit;
    return {{}, conditions.max.value_or(0), conditions.evidence};
}

}  // namespace

void check_condition_count(Check& check, const ConditionsUse& use) {
    const ConditionsInfo& conditions = use.row.conditions;
    const std::size_t count = use.branches.size();
    const bool few = use.allowed == Truth::yes && conditions.min && count < *conditions.min;
    const ConditionLimit limit = limit_in(conditions, check.flow.type);
    const bool many = use.allowed != Truth::no && limit.max != 0 && count > limit.max;
    if ((!few && !many) || !is_whole_list(check, use.action, "Conditions")) return;
    const auto is_exact = [](const ConditionSet* set) { return !set->exactly.empty(); };
    if (std::any_of(use.sets.begin(), use.sets.end(), is_exact)) return;
    if (few) {
        report(check.diagnostics, condition_count, conditions.evidence, use.action.type_span,
               text({quote(use.row.name), count == 0 ? " has no condition" : " has too few conditions", "; it needs ",
                     *conditions.min == 1 ? "at least one" : "at least " + std::to_string(*conditions.min)}));
    } else {
        std::string in;
        if (limit.types.known) in = text({" in a ", info(check.flow.type).dsl, " flow"});
        report(check.diagnostics, condition_count, limit.evidence, use.branches[limit.max].label_span,
               text({quote(use.row.name), " has ", counted(count, "condition"), "; it takes at most ",
                     std::to_string(limit.max), in}));
    }
}

}  // namespace flowc::rules
