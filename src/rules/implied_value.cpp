#include "rules/implied_value.hpp"

#include <algorithm>

#include "rules/requirements.hpp"
#include "source/ascii.hpp"

namespace flowc::rules {

std::string_view implied_value(const Check& check, const ObjectUse& use, const ParameterInfo& property) {
    const ConditionsInfo& conditions = use.row.conditions;
    if (use.parent || conditions.allowed != ConditionsInfo::Allowed::when || property.words.empty()) return {};
    for (const Term& term : conditions.when) {
        if (term.op != Term::Op::equals || term.path != property.name) continue;
        const bool branches = !check.flow.transitions_of(use.action, Transition::Kind::condition).empty();
        const auto word = std::find_if(property.words.begin(), property.words.end(),
                                       [&](std::string_view one) { return same_word(one, term.value) == branches; });
        return word == property.words.end() ? std::string_view{} : *word;
    }
    return {};
}

bool will_hold(const Check& check, const ObjectUse& use, Condition condition) {
    return std::all_of(condition.begin(), condition.end(), [&](const Term& term) {
        if (check.holds(use.action, use.object, {&term, 1}) == Truth::yes) return true;
        const ParameterInfo* property = find_parameter(use.properties, term.path);
        return term.op == Term::Op::equals && property && !use.object.find_key(term.path) &&
               is_required(check, use, *property) && same_word(implied_value(check, use, *property), term.value);
    });
}

}  // namespace flowc::rules
