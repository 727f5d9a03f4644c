#include <algorithm>
#include <tuple>

#include "rules/conditions.hpp"
#include "rules/fix.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo duplicate_condition{
    "duplicate-condition",
    Category::validity,
    Severity::warning,
    "an action has the same condition twice",
    "the first one that fits is taken, so the second can never be",
    "conditions are tried in order; whether the service refuses a repeated one is not published",
    "never: the first branch is always taken"};

namespace {

struct Branch {
    const Transition* transition;
    std::string_view operand;
};

/// Nearly all that people write: a menu has twelve keys at most.
bool ask_for_different_words(const std::vector<Branch>& branches) {
    constexpr std::size_t few = 12;
    if (branches.size() > few) return false;
    for (std::size_t i = 1; i < branches.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (branches[i].operand.front() == branches[j].operand.front() &&
                branches[i].operand == branches[j].operand &&
                branches[i].transition->label == branches[j].transition->label)
                return false;
    return true;
}

}  // namespace

void check_duplicate_condition(Check& check, const Action& action) {
    const auto conditions = check.flow.transitions_of(action, Transition::Kind::condition);
    if (conditions.size() < 2) return;
    std::vector<Branch> branches;
    branches.reserve(conditions.size());
    for (const Transition& transition : conditions) {
        const Node operands = check.flow.node(transition.operands);
        if (operands.size() != 1) continue;
        const std::string_view word = (*operands.items().begin()).text();
        if (!word.empty()) branches.push_back({&transition, word});
    }
    if (ask_for_different_words(branches)) return;
    const auto key = [](const Branch& branch) { return std::tie(branch.transition->label, branch.operand); };
    std::sort(branches.begin(), branches.end(), [&](const Branch& a, const Branch& b) {
        return key(a) != key(b) ? key(a) < key(b) : a.transition < b.transition;
    });
    for (std::size_t i = 1, first = 0; i < branches.size(); ++i) {
        if (key(branches[i]) != key(branches[first])) {
            first = i;
            continue;
        }
        const auto operand_span = [&](const Branch& branch) {
            return (*check.flow.node(branch.transition->operands).items().begin()).span();
        };
        Diagnostic& finding = check.diagnostics.report(
            duplicate_condition, operand_span(branches[i]),
            text({"a second branch for ", quote(branches[i].operand), "; it is never taken, keep one"}));
        finding.labels.push_back({operand_span(branches[first]), "the first branch"});
        offer(check, finding, "take the second branch out",
              branches[i].transition->target_name == branches[first].transition->target_name,
              {fixes::remove(check.flow.node(action.transitions).find("Conditions"),
                             check.flow.node(branches[i].transition->node))});
    }
}

}  // namespace flowc::rules
