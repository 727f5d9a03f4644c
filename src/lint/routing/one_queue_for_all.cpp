#include "lint/lint.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo one_queue_for_all{
    "one-queue-for-all",
    Category::routing,
    Severity::note,
    "three or more branches of an action set the same queue, and none sets another",
    "callers are asked what they want, and all wait for the same agents",
    "published system: the eight departments of a state's line led to one queue",
    "the values are only told from those that are refused, and one queue is meant for them"};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

constexpr std::size_t fewest = 3;  // two branches that agree are often a choice and its synonym

/// The queue that an action sets; empty: one that the call alone knows.
std::string_view queue_set_by(const Lint& lint, const Action& action) {
    for (const ParameterInfo& parameter : lint.row(action)->parameters)
        if (parameter.resource == ResourceKind::queue)
            return rules::literal(lint.parameters(action).find(parameter.name)).value_or(std::string_view());
    return {};
}

/// How many branches lead to an action that sets a queue, where it is the same for all; 0: they differ.
std::size_t branches_to_one_queue(const Lint& lint, const ActionSet& setting, const Action& action) {
    std::string_view only;
    std::size_t count = 0;
    for (const Transition& branch : lint.flow.transitions_of(action, Transition::Kind::condition)) {
        if (branch.target == no_action || !setting.has(branch.target)) return 0;
        const std::string_view queue = queue_set_by(lint, lint.flow.actions[branch.target]);
        if (queue.empty() || (count > 0 && queue != only)) return 0;
        only = queue;
        ++count;
    }
    return count;
}

}  // namespace

void check_one_queue_for_all(const Lint& lint) {
    const ActionSet setting = lint.with(Effect::sets_target_queue);
    for (const ActionId id : lint.reached) {
        const Action& action = lint.flow.actions[id];
        if (action.transition_count < fewest) continue;
        const std::size_t count = branches_to_one_queue(lint, setting, action);
        if (count < fewest) continue;
        lint.report(action, rules::one_queue_for_all, action.identifier_span,
                    rules::text({"all ", std::to_string(count),
                                 " branches set the same queue; give each its own, or do not ask"}));
    }
}

}  // namespace flowc::lint
