#include "lint/data/read_answers.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo answer_unread{
    "answer-unread",
    Category::data,
    Severity::note,
    "a Lambda is called, and nothing reads what it answers",
    "callers wait for an answer that nobody needs, or the step that should use it has been forgotten",
    "AWS's reference: the answer is in `$.External` until the next Lambda answers, and is stored nowhere",
    "the Lambda is called for what it does",
    false,
    false};

}  // namespace flowc::rules

namespace flowc::lint {

void check_answer_unread(const Lint& lint) {
    const std::vector<ActionId>& lambdas = lint.answers.lambdas();
    if (!lint.whole) return;
    std::uint64_t read = read_answers(lint);
    // What another flow reads of it is not known here.
    ActionSet others = lint.with(Effect::leaves_to_flow, Effect::returns_from_module);
    others |= lint.by_effect.unknown();
    for (const ActionId id : others) read |= lint.answers.latest(id);
    for (std::size_t lambda = 0; lambda < lambdas.size(); ++lambda) {
        const Action& action = lint.flow.actions[lambdas[lambda]];
        if (((read >> lambda) & 1u) != 0 || !lint.reachable(action)) continue;
        lint.report(action, rules::answer_unread, action.identifier_span,
                    "nothing reads what this Lambda answers; read a field of `$.External` behind it, or take it out if "
                    "it does nothing else");
    }
}

}  // namespace flowc::lint
