#include <algorithm>
#include <array>
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

/// The operand of a condition that has one; empty: it has none, or several.
std::string_view only_operand(const Check& check, const Transition& branch) {
    return only_item(check.flow.node(branch.operands)).text();
}

/// Whether no two of them can be the same: nearly all that people write. A menu has twelve keys at most.
bool ask_for_different_words(const Check& check, std::span<const Transition> branches) {
    std::array<std::uint32_t, 12> signs;
    if (branches.size() > signs.size()) return false;
    bool same = false;
    for (std::size_t i = 0; i < branches.size(); ++i) {
        const std::uint32_t sign = signs[i] = sign_of(only_operand(check, branches[i]));
        for (std::size_t j = 0; j < i; ++j) same |= signs[j] == sign;
    }
    return !same;
}

}  // namespace

void check_duplicate_condition(Check& check, const Action& action) {
    const auto conditions = check.branches.conditions;
    if (ask_for_different_words(check, conditions)) return;
    std::vector<Branch> branches;
    branches.reserve(conditions.size());
    for (const Transition& transition : conditions) {
        const std::string_view word = only_operand(check, transition);
        if (!word.empty()) branches.push_back({&transition, word});
    }
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
