#include <algorithm>
#include <bit>
#include <set>

#include "lint/lint.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

const RuleInfo answer_overwritten{
    "answer-overwritten",
    Category::data,
    Severity::warning,
    "a Lambda's answer is read where on some way another Lambda has answered since",
    "callers who come that way hear the other answer, or a gap; comparisons take the way of no match",
    "AWS's reference: `$.External` holds the answer of the latest Lambda only",
    "both Lambdas answer with this field; or the way without an answer is that of a failed Lambda, which "
    "`lambda-failure-ignored` speaks of",
    false,
    false};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// What an action calls, as it is written there.
std::string_view function_of(const Lint& lint, ActionId id) {
    const Action& action = lint.flow.actions[id];
    for (const ParameterInfo& parameter : lint.row(action)->parameters)
        if (parameter.resource == ResourceKind::lambda) return lint.parameters(action).find(parameter.name).text();
    return {};
}

std::uint64_t bit(std::size_t lambda) { return std::uint64_t{1} << lambda; }

}  // namespace

void check_answer_overwritten(const Lint& lint) {
    const std::vector<ActionId>& lambdas = lint.answers.lambdas();
    if (lambdas.size() < 2) return;
    const auto is_read = [&](const Use& use) { return use.space == Space::external && lint.reached.has(use.action); };
    // Nearly everywhere one Lambda alone can have answered.
    if (std::none_of(lint.uses.begin(), lint.uses.end(), [&](const Use& use) {
            return is_read(use) && std::popcount(lint.answers.latest(use.action)) > 1;
        }))
        return;
    std::vector<std::string_view> functions;
    for (const ActionId lambda : lambdas) functions.push_back(function_of(lint, lambda));
    // Who reads a field where one Lambda alone can have answered says that this one gives it.
    std::set<std::pair<std::string_view, std::string_view>> gives;
    for (const Use& use : lint.uses) {
        if (!is_read(use)) continue;
        for (std::size_t lambda = 0; lambda < lambdas.size(); ++lambda)
            if (lint.answers.latest(use.action) == bit(lambda)) gives.emplace(functions[lambda], use.key);
    }
    for (const Use& use : lint.uses) {
        if (!is_read(use)) continue;
        const std::uint64_t latest = lint.answers.latest(use.action);
        const auto overwrites = [&](std::size_t later) {
            if ((latest & bit(later)) == 0 || gives.count({functions[later], use.key}) != 0) return false;
            // The earlier one has answered whenever the later one does: they are no two ways to the same field.
            const std::uint64_t earlier = latest & lint.answers.always(lambdas[later]) & ~bit(later);
            for (std::size_t lambda = 0; lambda < lambdas.size(); ++lambda)
                if ((earlier & bit(lambda)) != 0 && functions[lambda] != functions[later]) return true;
            return false;
        };
        for (std::size_t later = 0; later < lambdas.size(); ++later) {
            if (!overwrites(later)) continue;
            lint.report(use.action, rules::answer_overwritten, lint.place_of(use),
                        rules::text({quote(use.text),
                                     " is the answer of one Lambda on one way here and of another Lambda on "
                                     "another; keep the value in an attribute before the other one is called"}))
                .labels.push_back(
                    {lint.flow.actions[lambdas[later]].identifier_span, "this Lambda replaces the answer"});
            break;
        }
    }
}

}  // namespace flowc::lint
