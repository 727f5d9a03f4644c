#include "lint/lint.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo answer_of_failed_lambda{
    "answer-of-failed-lambda",
    Category::data,
    Severity::warning,
    "a Lambda's answer is read on the way that a failed Lambda takes",
    "when the Lambda fails there is no answer: the caller hears a gap where the value should be",
    "AWS's reference: an exception, a timeout and an answer of the wrong form take the error branch, without an answer",
    "the value of an earlier Lambda is meant, or an empty value does no harm"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// For each action the Lambda whose failure is the only way to it, as far as Lambdas go; no_action: there is none, or
/// another way leads there.
std::vector<ActionId> reached_by_failure_of(const Lint& lint) {
    const Flow& flow = lint.flow;
    constexpr ActionId unseen = no_action - 1;
    std::vector<ActionId> failed(flow.actions.size(), unseen);
    std::vector<ActionId> open{flow.start};
    failed[flow.start] = no_action;
    while (!open.empty()) {
        const ActionId id = open.back();
        open.pop_back();
        const ActionInfo* row = lint.row(flow.actions[id]);
        const bool calls = row && row->has(Effect::replaces_external);
        for (const Transition& edge : flow.transitions_of(flow.actions[id])) {
            if (edge.target == no_action) continue;
            const ActionId now = !calls ? failed[id] : edge.kind == Transition::Kind::error ? id : no_action;
            ActionId& known = failed[edge.target];
            const ActionId both = known == unseen || known == now ? now : no_action;
            if (both == known) continue;
            known = both;
            open.push_back(edge.target);
        }
    }
    return failed;
}

}  // namespace

void check_answer_of_failed_lambda(const Lint& lint) {
    if (!lint.any(Effect::replaces_external)) return;
    if (lint.flow.start == no_action) return;
    std::vector<ActionId> failed;
    for (const Use& use : lint.uses) {
        if (use.space != "External" || !lint.graph.reachable(use.action)) continue;
        // Nothing has ever answered: another rule says it.
        if (!lint.effects.sometimes(use.action, Effect::replaces_external)) {
            if (failed.empty()) failed = reached_by_failure_of(lint);
            continue;
        }
        if (failed.empty()) failed = reached_by_failure_of(lint);
        const ActionId lambda = failed[use.action];
        if (lambda >= lint.flow.actions.size()) continue;
        lint.diagnostics
            .report(rules::answer_of_failed_lambda, use.span,
                    rules::text({quote(use.text), " is empty here: only a failure of the Lambda leads to this action; "
                                 "say something that needs no answer"}))
            .labels.push_back({lint.flow.actions[lambda].identifier_span, "the Lambda whose failure leads here"});
    }
}

}  // namespace flowc::lint
