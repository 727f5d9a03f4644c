#include <algorithm>
#include <bit>
#include <string_view>
#include <vector>

#include "rules/implied_value.hpp"
#include "rules/parameter_names.hpp"
#include "rules/report.hpp"
#include "rules/requirements.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo missing_parameter{
    "missing-parameter",
    Category::validity,
    Severity::error,
    "an action, or an object among its parameters, lacks what it needs",
    "the service refuses the flow: \"Action is missing required property. Path: Actions[0].Parameters.StoreInput\"",
    "seen at the service; else AWS's reference",
    "the console blanks a field of a draft that nobody has published",
    true};

namespace {

/// Whether several ways to give it exist and none is taken: that is one fault of the group.
bool is_one_of_several(const Check& check, const ObjectUse& use, const ParameterInfo& property) {
    return std::any_of(use.rules.begin(), use.rules.end(), [&](const ParameterRule& rule) {
        const bool needs_one =
            rule.kind == ParameterRule::Kind::exactly_one || rule.kind == ParameterRule::Kind::at_least_one;
        return needs_one && std::find(rule.of.begin(), rule.of.end(), property.name) != rule.of.end() &&
               missing_of(check, use, rule.of) > 1;
    });
}

std::string advice(const Check& check, const ObjectUse& use, const ParameterInfo& property) {
    const std::string_view value = implied_value(check, use, property);
    if (!value.empty()) {
        const bool branches = !check.flow.transitions_of(use.action, Transition::Kind::condition).empty();
        return text({"; write `\"", value, "\"`, since it has ", branches ? "" : "no ", "conditions"});
    }
    if (property.required != Requirement::when) return "; add it";
    return text({", which it needs ", under(property.when), "; add it"});
}

bool is_missing(Check& check, const ObjectUse& use, const ParameterInfo& property) {
    return is_required(check, use, property) && !is_one_of_several(check, use, property) &&
           !is_misspelt(check, use, property.name);
}

/// Visits the properties that are missing, of those that the object may have to have.
template <typename Visit>
void each_missing(Check& check, const ObjectUse& use, const Visit& visit) {
    for (std::uint64_t left = (use.needed.always | use.needed.when) & ~use.given; left != 0; left &= left - 1) {
        const ParameterInfo& property = use.properties[static_cast<std::size_t>(std::countr_zero(left))];
        if (is_missing(check, use, property)) visit(property);
    }
}

/// All of an action's Parameters were left out, with several that it needs: that is one fault. Whether it was this one.
bool report_no_parameters(Check& check, const ObjectUse& use) {
    if (use.object || use.parent) return false;
    std::vector<std::string_view> names;
    Evidence evidence = Evidence::name_only;
    each_missing(check, use, [&](const ParameterInfo& property) {
        names.push_back(property.name);
        evidence = std::min(evidence, property.evidence);
    });
    if (names.size() < 2) return false;
    report(check.diagnostics, missing_parameter, evidence, use.span,
           text({subject(use), " has no `Parameters`; add them with ", listed(names, "and")}));
    return true;
}

}  // namespace

void check_missing_parameter(Check& check, const ObjectUse& use) {
    if (report_no_parameters(check, use)) return;
    each_missing(check, use, [&](const ParameterInfo& property) {
        report(check.diagnostics, missing_parameter, property.evidence, use.span,
               text({subject(use), " lacks ", quote(property.name), advice(check, use, property)}));
    });
}

}  // namespace flowc::rules
