#include <algorithm>

#include "lint/data/read_answers.hpp"
#include "lint/no_condition_holds.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo lambda_failure_ignored{
    "lambda-failure-ignored",
    Category::data,
    Severity::note,
    "a Lambda's error branch goes where its success goes",
    "when the Lambda fails, nothing of its answer is there: the caller hears gaps, or is sent the wrong way",
    "AWS's reference: an exception, a timeout and an answer of the wrong form take NoMatchingError, and `$.External` "
    "is then not filled",
    "what is read behind it is the answer of an earlier Lambda; nothing is said where a comparison of the answer comes "
    "next, which a failure leaves by the way of no match"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// Whether an action chooses its way by a Lambda's answer, and has one for an answer that is not there.
bool tests_answer(const Lint& lint, ActionId action) {
    const auto behind =
        std::partition_point(lint.uses.begin(), lint.uses.end(), [&](const Use& use) { return use.action < action; });
    for (auto use = behind; use != lint.uses.end() && use->action == action; ++use) {
        if (use->operands || !is_answer(*use)) continue;
        for (const Transition& branch : lint.flow.transitions_of(lint.flow.actions[action], Transition::Kind::error))
            if (branch.label == no_condition_holds) return true;
    }
    return false;
}

}  // namespace

void check_lambda_failure_ignored(const Lint& lint) {
    const std::vector<ActionId>& lambdas = lint.answers.lambdas();
    const std::uint64_t read = read_answers(lint);
    for (std::size_t lambda = 0; lambda < lambdas.size(); ++lambda) {
        const Action& action = lint.flow.actions[lambdas[lambda]];
        if (((read >> lambda) & 1u) == 0 || !lint.reachable(action)) continue;
        ActionId success = no_action;
        for (const Transition& transition : lint.flow.transitions_of(action)) {
            if (transition.kind == Transition::Kind::next) success = transition.target;
            if (transition.kind != Transition::Kind::error || transition.target == no_action) continue;
            if (transition.target != success || tests_answer(lint, success)) continue;
            lint.report(action, rules::lambda_failure_ignored, transition.label_span,
                        "a failure of this Lambda goes on as its success does; lead it to a prompt or another "
                        "way");
        }
    }
}

}  // namespace flowc::lint
