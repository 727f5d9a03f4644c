#include <algorithm>
#include <vector>

#include "ir/components.hpp"
#include "ir/condition.hpp"
#include "lint/lint.hpp"
#include "rules/value.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

constexpr RuleOption lambdas_too_long_options[] = {
    {"seconds", 20, "how long a run of Lambdas may take without a prompt"}};

const RuleInfo lambdas_too_long{"lambdas-too-long",
                                Category::data,
                                Severity::warning,
                                "a run of Lambdas without a prompt between them may take longer than the service waits",
                                "past 20 seconds the call fails; long before that callers think the line is dead",
                                "AWS's reference: a sequence of Lambdas is limited to 20 seconds together, and a "
                                "prompt between them begins a new one",
                                "the time limits are higher than what the Lambdas ever take",
                                false,
                                true,
                                lambdas_too_long_options};

}  // namespace flowc::rules

namespace flowc::lint {

namespace {

/// The service refuses such a number, which is a fault of its own.
bool is_refused(const Lint& lint, const Action& action, const ParameterInfo& parameter, double value) {
    for (const Range& range : parameter.ranges)
        if (range.max && value > static_cast<double>(*range.max) &&
            holds(lint.flow, action, lint.parameters(action), range.when) == Truth::yes)
            return true;
    return false;
}

/// The time limit of an action that calls a Lambda: its parameter in seconds.
long limit_of(const Lint& lint, const Action& action, const ActionInfo& row) {
    for (const ParameterInfo& parameter : row.parameters) {
        if (parameter.unit != "seconds") continue;
        const auto text = rules::literal(lint.parameters(action).find(parameter.name));
        const auto value = text ? rules::number(*text) : std::nullopt;
        if (!value || *value <= 0 || is_refused(lint, action, parameter, *value)) return 0;
        return *value < 1000 ? static_cast<long>(*value) : 0;
    }
    return 0;
}

/// Whether the flow waits for what a Lambda answers.
bool is_waited_for(const Lint& lint, const Action& action) {
    return has_effect(lint.flow, action, Effect::replaces_external) == Truth::yes;
}

/// How long a Lambda takes of a run.
long seconds_of(const Lint& lint, ActionId lambda) {
    const Action& action = lint.flow.actions[lambda];
    return is_waited_for(lint, action) ? limit_of(lint, action, *lint.row(action)) : 0;
}

long seconds_of_all(const Lint& lint, const ActionSet& lambdas) {
    long sum = 0;
    for (const ActionId lambda : lambdas) sum += seconds_of(lint, lambda);
    return sum;
}

/// What is said or waited for in between begins a new run.
bool ends_run(const ActionInfo& row) { return row.has(Effect::speaks) || row.has(Effect::waits_for_time); }

/// How often a Loop leads back, where that is known before the call; else 0.
long turns_of(const Lint& lint, const Action& action) {
    for (const ParameterInfo& parameter : lint.row(action)->parameters) {
        if (parameter.kind != ParameterKind::integer) continue;
        const auto text = rules::literal(lint.parameters(action).find(parameter.name));
        const auto value = text ? rules::number(*text) : std::nullopt;
        return value && *value > 0 && *value < 1000 ? static_cast<long>(*value) : 0;
    }
    return 0;
}

/// Whether the Lambdas of any circle together, in all turns of a Loop in it, may take longer than the limit.
bool may_turn_too_long(const Lint& lint, const ActionSet& lambdas, long limit) {
    if (!lint.any(Effect::counts_loop) || !lint.graph.has_circles()) return false;
    std::vector<long> seconds(lint.graph.component_count());
    for (const ActionId lambda : lambdas) seconds[lint.graph.component(lambda)] += seconds_of(lint, lambda);
    for (const ActionId loop : lint.with(Effect::counts_loop)) {
        const long one_turn = seconds[lint.graph.component(loop)];
        if (one_turn > 0 && one_turn * turns_of(lint, lint.flow.actions[loop]) > limit) return true;
    }
    return false;
}

/// The circles in which nothing ends the run: a Loop alone counts their turns.
void check_circles(const Lint& lint, const std::vector<long>& own, long limit) {
    const Flow& flow = lint.flow;
    const auto goes_on = [&](ActionId id) {
        const ActionInfo* row = lint.row(flow.actions[id]);
        return row && lint.graph.reachable(id) && !ends_run(*row);
    };
    const auto counts = [&](ActionId id) { return lint.row(flow.actions[id])->has(Effect::counts_loop); };
    const Components circles =
        components(flow, [&](ActionId from, const Transition& edge) { return goes_on(from) && goes_on(edge.target); });
    std::vector<std::uint32_t> loops(circles.count, 0);
    for (ActionId id = 0; id < flow.actions.size(); ++id)
        if (goes_on(id) && counts(id)) ++loops[circles.of[id]];
    const auto counted = [&](ActionId id) { return goes_on(id) && loops[circles.of[id]] == 1; };
    // The ways of one turn, from behind the Loop and back to it.
    const auto in_turn = [&](ActionId from, const Transition& edge) {
        return counted(from) && !counts(from) && circles.of[from] == circles.of[edge.target];
    };
    const Components turn = components(flow, in_turn);
    const ActionSet turns_by_itself = on_cycle(flow, in_turn, turn);
    ActionSet endless(circles.count);
    std::vector<long> before(flow.actions.size(), 0);
    for (const ActionId id : turn.forward) {
        if (turns_by_itself.has(id)) endless.add(circles.of[id]);
        const long after = before[id] + own[id];
        for (const Transition& edge : flow.transitions_of(flow.actions[id]))
            if (edge.target != no_action && in_turn(id, edge))
                before[edge.target] = std::max(before[edge.target], after);
    }
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        if (!counted(id) || !counts(id) || endless.has(circles.of[id])) continue;
        const long turns = turns_of(lint, flow.actions[id]);
        const long seconds = turns * before[id];
        if (before[id] > limit || seconds <= limit) continue;
        lint.report(id, rules::lambdas_too_long, flow.actions[id].identifier_span,
                    rules::text({"in the ", std::to_string(turns), " turns of this Loop its Lambdas may take ",
                                 std::to_string(seconds), " seconds without a prompt, and the service waits ",
                                 std::to_string(limit), "; play a prompt in it, or wait there"}));
    }
}

}  // namespace

void check_lambdas_too_long(const Lint& lint) {
    const Flow& flow = lint.flow;
    const long limit = lint.settings.rules.value(rules::lambdas_too_long_options[0]);
    const ActionSet lambdas = lint.with(Effect::replaces_external);
    const bool loops = may_turn_too_long(lint, lambdas, limit);
    if (!loops && seconds_of_all(lint, lambdas) <= limit) return;
    std::vector<long> own(flow.actions.size());
    for (const ActionId lambda : lambdas) own[lambda] = seconds_of(lint, lambda);
    std::vector<long> before(flow.actions.size(), 0);
    // What leads to an action comes before it. A circle has no longest way.
    const std::vector<ActionId>& leaves_first = lint.graph.leaves_first();
    for (auto at = leaves_first.rbegin(); at != leaves_first.rend(); ++at) {
        const ActionId id = *at;
        const Action& action = flow.actions[id];
        const ActionInfo* row = lint.row(action);
        if (!row || !lint.graph.reachable(id)) continue;
        const long after = ends_run(*row) ? 0 : before[id] + own[id];
        if (after > limit && before[id] <= limit)
            lint.report(action, rules::lambdas_too_long, action.identifier_span,
                        rules::text({"with this one a run of Lambdas may take ", std::to_string(after),
                                     " seconds without a prompt, and the service waits ", std::to_string(limit),
                                     "; play a prompt between them, or lower their limits"}));
        for (const Transition& edge : flow.transitions_of(action))
            if (edge.target != no_action && lint.graph.component(edge.target) != lint.graph.component(id))
                before[edge.target] = std::max(before[edge.target], after);
    }
    if (loops) check_circles(lint, own, limit);
}

}  // namespace flowc::lint
