#include "lint/lint.hpp"

namespace flowc::rules {

const RuleInfo queue_left_without_loop{
    "queue-left-without-loop",
    Category::routing,
    Severity::warning,
    "a waiting caller is moved to another queue before any prompt has looped",
    "the transfer takes its error branch, and the caller stays in the first queue",
    "AWS's administrator's guide: in a customer queue flow a Loop prompts block comes before the transfer to a queue; "
    "published queue flows have it",
    "never, as far as is known"};

}  // namespace flowc::rules

namespace flowc::lint {

void check_queue_left_without_loop(const Lint& lint) {
    if (lint.flow.type != FlowType::customer_queue) return;
    for (const ActionId id : lint.reached_with(Effect::leaves_to_queue)) {
        const Action& action = lint.flow.actions[id];
        if (lint.effects.sometimes(id, Effect::waits_for_time) || lint.effects.sometimes(id, Effect::calls_module))
            continue;
        lint.report(action, rules::queue_left_without_loop, action.identifier_span,
                    "no way to this transfer plays looping prompts; play them before, with an interruption "
                    "that leads here");
    }
}

}  // namespace flowc::lint
