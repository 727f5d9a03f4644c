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

void check_answer_of_failed_lambda(const Lint& lint) {
    for (const Use& use : lint.uses) {
        if (use.space != Space::external || !lint.graph.reachable(use.action)) continue;
        const ActionId lambda = lint.failed_lambdas.before(use.action);
        if (lambda == no_action) continue;
        lint.report(use.action, rules::answer_of_failed_lambda, lint.place_of(use),
                    rules::text({quote(use.text),
                                 " is empty here: only a failure of the Lambda leads to this action; "
                                 "say something that needs no answer"}))
            .labels.push_back({lint.flow.actions[lambda].identifier_span, "the Lambda whose failure leads here"});
    }
}

}  // namespace flowc::lint
