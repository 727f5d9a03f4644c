#include <algorithm>
#include <bit>
#include <vector>

#include "ir/condition.hpp"
#include "rules/fix.hpp"
#include "rules/form.hpp"
#include "rules/parameter_names.hpp"
#include "rules/report.hpp"
#include "rules/requirements.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo conflicting_parameters{
    "conflicting-parameters",
    Category::validity,
    Severity::error,
    "an action's parameters do not go together, or it has none of several",
    "the service refuses the flow: \"Invalid Action property value. Path: Actions[0].Parameters\"",
    "seen at the service for prompts, menus and recording; else AWS's reference",
    "AWS allows both since the catalogue was written",
    true};

namespace {

using Kind = ParameterRule::Kind;

Span key_span(const ObjectUse& use, std::string_view path) {
    const std::size_t dot = path.rfind('.');
    const Node owner = dot == std::string_view::npos ? use.object : value_at(use.object, path.substr(0, dot));
    const Node key = owner.find_key(dot == std::string_view::npos ? path : path.substr(dot + 1));
    return key ? key.span() : use.span;
}

std::string listed_paths(const std::vector<std::string_view>& paths) {
    std::string result;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        result += text({i == 0 ? "" : i + 1 == paths.size() ? " and " : ", ", named(paths[i])});
    }
    return result;
}

/// Why, as the catalogue says it in words.
std::string reason(const ParameterRule& rule) { return rule.words.empty() ? std::string() : text({": ", rule.words}); }

/// Whether a group keeps its rule with so many given of it.
bool is_kept(const ParameterRule& rule, std::size_t given) {
    switch (rule.kind) {
        case Kind::exactly_one: return given == 1;
        case Kind::at_least_one: return given > 0;
        case Kind::at_most_one: return given < 2;
        case Kind::all_or_none: return given == 0 || given == rule.of.size();
        default: return true;
    }
}

std::size_t given_of(const Check& check, const ObjectUse& use, const ParameterRule& rule) {
    if (rule.counted != 0) return static_cast<std::size_t>(std::popcount(use.filled & rule.counted));
    const auto count = std::count_if(rule.of.begin(), rule.of.end(),
                                     [&](std::string_view path) { return is_given(check, use, path); });
    return static_cast<std::size_t>(count);
}

/// Whether it has a parameter that the service is known to refuse: perhaps that one was to be what is missing.
bool has_refused_name(const ObjectUse& use) {
    return !use.parent &&
           std::any_of(use.row.wrong_parameters.begin(), use.row.wrong_parameters.end(), [&](const WrongName& wrong) {
               return wrong.instead.empty() && use.object.find_key(wrong.name);
           });
}

void check_group(Check& check, const ObjectUse& use, const ParameterRule& rule) {
    if (is_kept(rule, given_of(check, use, rule))) return;
    std::vector<std::string_view> given;
    std::vector<std::string_view> absent;
    bool empty = false;
    for (const std::string_view path : rule.of) {
        if (is_given(check, use, path)) {
            given.push_back(path);
            continue;
        }
        absent.push_back(path);
        // An empty value and a misspelt name are faults of their own, and both mean that it was to be there.
        if (path.find(':') != std::string_view::npos) continue;
        if (value_at(use.object, path) || is_misspelt(check, use, path)) empty = true;
    }
    const auto found = [&](Span span, std::string message) {
        report(check.diagnostics, conflicting_parameters, rule.evidence, span, std::move(message));
    };
    if (given.empty()) {
        if (empty || has_refused_name(use) || missing_of(check, use, rule.of) == 1) return;
        found(use.span,
              text({subject(use), " has none of ", listed(rule.of, "and"),
                    rule.kind == Kind::exactly_one ? "; give exactly one" : "; give at least one", reason(rule)}));
    } else if (rule.kind != Kind::all_or_none) {
        found(key_span(use, given[1]),
              text({listed_paths(given), " do not go together in ", subject(use), "; keep one", reason(rule)}));
    } else if (!empty && missing_of(check, use, rule.of) == 0) {
        found(key_span(use, given[0]), text({subject(use), " has ", listed_paths(given), " without ",
                                             listed_paths(absent), "; give all of them or none", reason(rule)}));
    }
}

void check_consequence(Check& check, const ObjectUse& use, const ParameterRule& rule) {
    // Where all that it speaks of is as it asks, its condition makes no difference.
    const std::uint64_t unlike = rule.kind == Kind::forbids ? use.filled : ~use.given;
    if (rule.affected != 0 && (rule.affected & unlike) == 0) return;
    if (check.holds(use.action, use.object, rule.condition) != Truth::yes) return;
    for (const std::string_view path : rule.then) {
        if (rule.kind == Kind::forbids && is_given(check, use, path)) {
            report(check.diagnostics, conflicting_parameters, rule.evidence, key_span(use, path),
                   rule.words.empty()
                       ? text({subject(use), " takes no ", named(path), " ", under(rule.condition), "; take it out"})
                       : text({subject(use), " takes no ", named(path), " here: ", rule.words}));
            return;
        }
        // An empty value stands there, and is a fault of its own.
        if (rule.kind != Kind::requires_all || is_given(check, use, path) || value_at(use.object, path)) continue;
        const std::string_view first = path.substr(0, path.find('.'));
        const ParameterInfo* property = find_parameter(use.properties, first);
        const bool reported = property && !use.object.find_key(first) && is_required(check, use, *property);
        if (!reported && !is_misspelt(check, use, path)) {
            report(check.diagnostics, conflicting_parameters, rule.evidence, use.span,
                   text({subject(use), " needs ", named(path), " ", under(rule.condition), "; add it", reason(rule)}));
        }
    }
}

/// The word that says the form does not go with all that stands beside it, which is as the other word asks.
void check_form(Check& check, const ObjectUse& use) {
    const Form form = form_of(check, use.action, use.row);
    if (form.meant.empty() || !names_form(form)) return;
    Diagnostic& finding =
        check.diagnostics.report(conflicting_parameters, form.value.span(),
                                 text({quote(form.parameter->name), " is ", quote(form.value.text()),
                                       ", and the branches and parameters of this ", quote(use.row.name),
                                       " are those of the form with `", form.meant, "`; write `", form.meant, "`"}));
    offer_word(check, finding, form.value, form.meant);
}

}  // namespace

void check_conflicting_parameters(Check& check, const ObjectUse& use) {
    if (!use.parent && !check.supposed.path.empty()) check_form(check, use);
    for (const ParameterRule& rule : use.rules) {
        switch (rule.kind) {
            case Kind::exactly_one:
            case Kind::at_least_one:
            case Kind::at_most_one:
            case Kind::all_or_none: check_group(check, use, rule); break;
            case Kind::requires_all:
            case Kind::forbids: check_consequence(check, use, rule); break;
            case Kind::words: break;
        }
    }
}

}  // namespace flowc::rules
