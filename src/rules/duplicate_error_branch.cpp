#include <algorithm>
#include <vector>

#include "rules/fix.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo duplicate_error_branch{
    "duplicate-error-branch",
    Category::validity,
    Severity::warning,
    "an action has two branches for one error",
    "only one of them can be taken; nobody has published which, or whether the service refuses it",
    "the reference speaks of one branch an error",
    "never: two branches for one error cannot both be meant"};

namespace {

/// Nearly always; more are sorted before they are compared.
bool are_few_and_different(std::span<const Transition> branches) {
    constexpr std::size_t few = 8;
    if (branches.size() > few) return false;
    for (std::size_t i = 1; i < branches.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (branches[i].label == branches[j].label) return false;
        }
    }
    return true;
}

}  // namespace

void check_duplicate_error_branch(Check& check, const Action& action) {
    const auto errors = check.branches.errors;
    if (are_few_and_different(errors)) return;
    std::vector<const Transition*> branches;
    for (const Transition& transition : errors) {
        if (!transition.label.empty()) branches.push_back(&transition);
    }
    if (branches.size() < 2) return;
    std::stable_sort(branches.begin(), branches.end(),
                     [](const Transition* a, const Transition* b) { return a->label < b->label; });
    const Transition* first = branches.front();
    for (std::size_t i = 1; i < branches.size(); ++i) {
        if (branches[i]->label != first->label) {
            first = branches[i];
            continue;
        }
        Diagnostic& finding =
            check.diagnostics.report(duplicate_error_branch, branches[i]->label_span,
                                     text({"a second branch for the error ", quote(first->label), "; keep one"}));
        finding.labels.push_back({first->label_span, "the first branch"});
        offer(check, finding, "take the second branch out", branches[i]->target_name == first->target_name,
              {fixes::remove(check.flow.node(action.transitions).find("Errors"), check.flow.node(branches[i]->node))});
    }
}

}  // namespace flowc::rules
