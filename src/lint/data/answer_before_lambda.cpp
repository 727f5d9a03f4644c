#include <set>
#include <vector>

#include "ir/condition.hpp"
#include "lint/graph/leads_from.hpp"
#include "lint/lint.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo answer_before_lambda{
    "answer-before-lambda",
    Category::data,
    Severity::warning,
    "a Lambda's answer is read where no Lambda has answered yet",
    "the reference is empty: the caller hears a gap, and comparisons take the way of no match",
    "AWS's reference: `$.External` holds the answer of the latest Lambda; a module does not see that of its caller",
    "a flow before this one has called a Lambda"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// Which actions can come behind the call of a Lambda that the flow does not wait for.
ActionSet behind_call(const Lint& lint) {
    ActionSet calls = lint.none();
    for (const ActionId id : lint.with(Effect::replaces_external))
        if (has_effect(lint.flow, lint.flow.actions[id], Effect::replaces_external) == Truth::no) calls.add(id);
    return leads_from(lint, calls,
                      [](ActionId, const Transition& branch) { return branch.kind != Transition::Kind::error; });
}

}  // namespace

void check_answer_before_lambda(const Lint& lint) {
    const bool is_module = lint.flow.type == FlowType::module;
    if (!lint.whole || (lint.flow.type != FlowType::contact_flow && !is_module)) return;
    const bool calls = lint.any(Effect::replaces_external);
    const bool nobody_calls = lint.others.whole() && !lint.others.set()->calls_lambda();
    if (!calls && !nobody_calls && !is_module) return;
    const auto answered = [&](const Use& use) { return lint.effects.sometimes(use.action, Effect::replaces_external); };
    // A field that is read only before any Lambda may be the answer of one that an earlier flow has called.
    std::set<std::string_view> own;
    std::vector<const Use*> before;
    for (const Use& use : lint.uses) {
        if (use.space != Space::external || !lint.graph.reachable(use.action)) continue;
        if (answered(use)) own.insert(use.key);
        else before.push_back(&use);
    }
    if (before.empty()) return;
    // Contacts that come from another flow may bring the answer along.
    const bool brought = lint.others.may_lead_to(lint.flow);
    const bool first = lint.others.whole() && !brought;
    const ActionSet called = behind_call(lint);
    for (const Use* use : before) {
        if (called.has(use->action)) {
            lint.report(use->action, rules::answer_before_lambda, lint.place_of(*use),
                        rules::text({quote(use->text),
                                     " is read behind a Lambda that the flow does not wait for, which gives no answer; "
                                     "call it synchronously, or read something else"}));
            continue;
        }
        if (lint.failed_lambdas.before(use->action) != no_action) continue;
        if (is_module) {
            lint.report(use->action, rules::answer_before_lambda, lint.place_of(*use),
                        rules::text({quote(use->text),
                                     " is read before any Lambda of this module has answered, and a module does not "
                                     "see the answers of its caller's; call the Lambda here, or take the value as an "
                                     "input"}));
            continue;
        }
        if (nobody_calls) {
            lint.report(use->action, rules::answer_before_lambda, lint.place_of(*use),
                        rules::text({quote(use->text),
                                     " is read, and no flow calls a Lambda; call one before "
                                     "it, or read something else"}));
            continue;
        }
        const bool refreshed = own.count(use->key) != 0;
        if (brought && !refreshed) continue;
        const bool certain = first || (refreshed && !brought);
        Diagnostic& found =
            lint.report(use->action, rules::answer_before_lambda, lint.place_of(*use),
                        rules::text({quote(use->text),
                                     " is read before any Lambda of this flow has answered; call the Lambda before "
                                     "it",
                                     certain ? "" : ", if no earlier flow has"}));
        if (!certain) found.severity = Severity::note;
    }
}

}  // namespace flowc::lint
