#include <optional>
#include <set>

#include "ir/action_walk.hpp"
#include "ir/condition.hpp"
#include "lint/lint.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo answer_on_some_ways{
    "answer-on-some-ways",
    Category::data,
    Severity::note,
    "a Lambda's answer is spoken where some ways to the words have called no Lambda",
    "callers who come the other way hear a gap where the value should be",
    "AWS's reference: `$.External` holds the answer of the latest Lambda; without one it is empty",
    "a value that the flow has tested tells the ways apart in a way that is not followed"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// The comparisons that may tell who comes from a Lambda: of an answer, or of an attribute that this flow writes.
ActionSet knowing_comparisons(const Lint& lint) {
    std::set<std::string_view> written;
    bool any_written = false;
    for (const AttributeWrite& write : lint.written.all()) {
        any_written = any_written || !write.key_is_fixed;
        written.insert(write.key.text());
    }
    ActionSet knowing = lint.none();
    for (const Use& use : lint.uses) {
        const ActionInfo* row = lint.row(lint.flow.actions[use.action]);
        if (!row || use.operands || row->conditions.allowed == ConditionsInfo::Allowed::never) continue;
        const bool may_be_written =
            use.space_name.ends_with("Attributes") && (any_written || written.count(use.key) != 0);
        if (use.space == Space::external || may_be_written) knowing.add(use.action);
    }
    return knowing;
}

/// Where callers may come without any Lambda having been called. Nothing can be said behind a comparison that has found
/// what only a Lambda may have brought.
ActionSet reached_without_lambda(const Lint& lint) {
    const Flow& flow = lint.flow;
    const ActionSet knowing = knowing_comparisons(lint);
    ActionWalk walk(flow);
    walk.reach(flow.start);
    while (!walk.done()) {
        const ActionId id = walk.next();
        const ActionInfo* row = lint.row(flow.actions[id]);
        const bool answers = has_effect(flow, flow.actions[id], Effect::replaces_external) != Truth::no;
        if (!row || answers || row->has(Effect::calls_module)) continue;
        for (const Transition& edge : flow.transitions_of(flow.actions[id]))
            if (edge.kind != Transition::Kind::condition || !knowing.has(id)) walk.reach(edge.target);
    }
    return std::move(walk).met();
}

}  // namespace

void check_answer_on_some_ways(const Lint& lint) {
    // An answer outlives the flow that asked for it: only where all flows are known is it known that none brings one.
    if (!lint.whole || !lint.others.whole()) return;
    std::optional<ActionSet> reached;
    for (const Use& use : lint.uses) {
        const ActionInfo* row = lint.row(lint.flow.actions[use.action]);
        if (use.space != Space::external || use.operands || !row || !row->has(Effect::speaks)) continue;
        if (!lint.graph.reachable(use.action) || !lint.effects.sometimes(use.action, Effect::replaces_external) ||
            lint.effects.always(use.action, Effect::replaces_external))
            continue;
        if (!reached) {
            if (lint.others.may_lead_to(lint.flow)) return;
            reached.emplace(reached_without_lambda(lint));
        }
        if (!reached->has(use.action)) continue;
        lint.report(use.action, rules::answer_on_some_ways, lint.place_of(use),
                    rules::text({quote(use.text),
                                 " is empty on a way here on which no Lambda has answered; call it there, too, or say "
                                 "something else"}));
    }
}

}  // namespace flowc::lint
