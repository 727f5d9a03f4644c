#include <algorithm>

#include "ir/placeholder.hpp"
#include "rules/fix.hpp"
#include "rules/implied_value.hpp"
#include "rules/parameter_names.hpp"
#include "rules/report.hpp"
#include "rules/requirements.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo unknown_parameter{"unknown-parameter",
                                 Category::validity,
                                 Severity::error,
                                 "an action has a parameter that its type does not know",
                                 "the service refuses the flow: \"Invalid Action property name\"",
                                 "seen at the service for many types",
                                 "the parameter is newer than the catalogue",
                                 true};

namespace {

using Place = MeantName::Place;

/// A parameter of the action as a whole.
ObjectUse parameters_of(const Check& check, const ParameterUse& use) {
    return {use.action, use.row, check.flow.node(use.action.parameters), {}, use.row.parameters, use.row.rules,
            nullptr,    false};
}

/// Under what the action takes no such parameter, as its others are; null: it takes it, or somebody has written it already.
const ParameterRule* forbidding_rule(const Check& check, const ParameterUse& use, const MeantName& meant) {
    if (meant.place == Place::here && use.parent) return nullptr;
    const ObjectUse parameters = parameters_of(check, use);
    const std::string_view first = meant.name.substr(0, meant.name.find('.'));
    if (parameters.object.find_key(first)) return nullptr;
    for (const ParameterRule& rule : use.row.rules) {
        const bool speaks_of_it = std::find(rule.then.begin(), rule.then.end(), first) != rule.then.end();
        if (rule.kind == ParameterRule::Kind::forbids && speaks_of_it && will_hold(check, parameters, rule.condition))
            return &rule;
    }
    return nullptr;
}

/// What to do about a name that is known to stand for another, or for nothing; and the edits that do it.
std::string advise(const Check& check, const ParameterUse& use, const MeantName& meant, Fix& fix) {
    const auto take_out = [&](bool safe) {
        if (check.text)
            fix = {text({"take ", quote(use.key.text()), " out"}), safe, {fixes::remove(use.owner, use.key)}};
    };
    if (const ParameterRule* rule = forbidding_rule(check, use, meant)) {
        take_out(false);
        return text({"; take it out: nothing stands for it ", under(rule->condition)});
    }
    if (meant.place == Place::beside) {
        const Node parameters = check.flow.node(use.action.parameters);
        const Node there = value_at(parameters, meant.name);
        const std::string where =
            text({"; take it out here: it belongs one level up, beside ", quote(use.parent->name)});
        if (there) {
            take_out(use.value.is_scalar() && there.is_scalar() && there.text() == use.value.text());
            return where + ", where it stands already";
        }
        if (check.text && meant.name == use.key.text())
            fix = {
                text({"move ", quote(meant.name), " one level up"}),
                use.owner.size() > 1,
                {fixes::remove(use.owner, use.key),
                 fixes::append(*check.text, parameters, meant.name, std::string(check.text->slice(use.value.span())))}};
        return where;
    }
    if (meant.place == Place::here && use.owner.find_key(meant.name)) {
        take_out(false);
        return text({"; take it out: ", quote(meant.name), " stands there already"});
    }
    return text({"; write `", meant.name, "`"});
}

}  // namespace

void check_unknown_parameter(Check& check, const ParameterUse& use) {
    const bool free = use.parent ? use.parent->free_keys : use.row.free_parameters;
    if (free || has_placeholder(use.key.text())) return;
    const ObjectUse owner{use.action, use.row, use.owner, {}, use.siblings, {}, use.parent, false};
    const MeantName meant = meant_parameter(check, owner, use.key.text());
    Fix fix;
    std::string advice;
    if (!meant.name.empty())
        advice = meant.known ? advise(check, use, meant, fix) : text({"; did you mean `", meant.name, "`?"});
    if (!meant.note.empty()) advice += text({meant.name.empty() ? "; " : ": ", meant.note});
    if (advice.empty() && use.siblings.empty()) advice = "; it takes none";
    const Evidence evidence = use.parent ? weaker(use.row.evidence, use.parent->evidence) : use.row.evidence;
    const std::string_view where = use.parent && !use.parent->name.empty() ? use.parent->name : use.row.name;
    Diagnostic& finding = report(check.diagnostics, unknown_parameter, evidence, use.key.span(),
                                 text({"unknown parameter ", quote(use.key.text()), " of ", quote(where), advice}));
    if (!fix.edits.empty()) offer(check, finding, std::move(fix.title), fix.safe, std::move(fix.edits));
    else if (meant.place == Place::here)
        offer_word(check, finding, use.key, meant.name, meant.known && meant.note.empty());
}

}  // namespace flowc::rules
