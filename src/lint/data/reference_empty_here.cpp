#include <algorithm>
#include <optional>
#include <vector>

#include "catalogue/reference_row.hpp"
#include "lint/lint.hpp"
#include "rules/wording.hpp"
#include "source/any_place.hpp"

namespace flowc::rules {

const RuleInfo reference_empty_here{
    "reference-empty-here",
    Category::data,
    Severity::warning,
    "a reference names something that has no value in a flow of this type, not before an action that fills it in, or "
    "never",
    "the reference is empty: the caller hears a gap, and comparisons take the way of no match",
    "AWS's list of the attributes that flows can refer to says where each of them has a value",
    "something fills it in that the list does not name; where the type of the flow is not known nothing is said"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

using Lasts = ReferenceLimit::Lasts;

/// Whether nothing in a namespace is under a limit.
bool is_never_limited(Space space) {
    static const unsigned unlimited = spaces_with([](std::string_view name) {
        const auto limits = reference_limits();
        return std::none_of(limits.begin(), limits.end(),
                            [&](const ReferenceLimit& limit) { return limit.path.starts_with(name); });
    });
    return is_one_of(unlimited, space);
}

/// The limit that a reference is under; null: none.
const ReferenceLimit* limit_of(const Use& use) {
    if (use.space_name.empty() || is_never_limited(use.space)) return nullptr;
    for (const ReferenceLimit& limit : reference_limits()) {
        // The first letter tells most of them apart, and costs no call.
        if (limit.path.front() != use.space_name.front() || !limit.path.starts_with(use.space_name)) continue;
        const std::string_view behind = limit.path.substr(use.space_name.size());
        if (behind.empty() || (behind.front() == '.' && behind.substr(1) == use.key)) return &limit;
    }
    return nullptr;
}

/// Whether a reference has the number of an element in it: `list[0]`.
bool names_element(std::string_view reference) {
    return any_place(reference, '[', [&](std::size_t at) {
        const std::size_t end = reference.find_first_not_of("0123456789", at + 1);
        return end != std::string_view::npos && end > at + 1 && reference[end] == ']';
    });
}

/// Whether nothing before the flow can have filled in the value.
bool begins_empty(const Lint& lint, Lasts lasts) {
    const bool is_module = lint.flow.type == FlowType::module;
    switch (lasts) {
        case Lasts::flow: return true;
        case Lasts::flow_and_modules: return !is_module;
        case Lasts::contact_but_modules:
            if (is_module) return true;
            [[fallthrough]];
        case Lasts::contact:
            return lint.flow.type == FlowType::contact_flow && lint.others.whole() &&
                   !lint.others.may_lead_to(lint.flow);
    }
    return false;
}

std::string types_of(const FlowTypeSet& set) {
    std::vector<std::string_view> names;
    for (const FlowTypeInfo& type : flow_types())
        if (set.contains(type.type) && type.type != FlowType::module) names.push_back(type.dsl);
    // A module is any flow's that calls it.
    if (names.empty()) return "`module`";
    return rules::listed(names, "and");
}

std::string actions_with(Effect effect) {
    std::vector<std::string_view> names;
    for (const ActionInfo& row : actions())
        if (row.has(effect)) names.push_back(row.name);
    return rules::listed(names, "or");
}

}  // namespace

void check_reference_empty_here(const Lint& lint) {
    // What fails may have filled it in all the same: a bot that has understood nothing has a transcript.
    std::optional<EffectsSoFar> tried;
    for (const Use& use : lint.uses) {
        const ReferenceLimit* limit = limit_of(use);
        const Action& action = lint.flow.actions[use.action];
        if (!limit || !lint.reachable(action)) continue;
        if (limit->no_elements && names_element(use.text)) {
            lint.report(action, rules::reference_empty_here, lint.place_of(use),
                        rules::text({quote(use.text), " is empty: no element of a list can be referred to in ",
                                     quote(rules::text({"$.", limit->path})), "; give each a name of its own"}));
            continue;
        }
        if (lint.flow.type == FlowType::unknown) continue;
        if (limit->valid_in.known && !limit->valid_in.contains(lint.flow.type)) {
            lint.report(action, rules::reference_empty_here, lint.place_of(use),
                        rules::text({quote(use.text), " is empty in a flow of type ", quote(info(lint.flow.type).dsl),
                                     "; it has a value in flows of type ", types_of(limit->valid_in)}));
            continue;
        }
        if (!limit->filled_by || !lint.whole || !begins_empty(lint, limit->lasts)) continue;
        const ActionInfo* row = lint.row(action);
        if (!row || row->has(*limit->filled_by)) continue;
        if (!tried) tried.emplace(lint.flow, lint.graph, EffectsSoFar::Failure::done);
        if (tried->sometimes(use.action, *limit->filled_by) || tried->sometimes(use.action, Effect::calls_module))
            continue;
        lint.report(action, rules::reference_empty_here, lint.place_of(use),
                    rules::text({quote(use.text), " is empty here: no action before this one fills it in; put ",
                                 actions_with(*limit->filled_by), " before it"}));
    }
}

}  // namespace flowc::lint
