#include "flowdsl/names/name_flow.hpp"

#include <algorithm>
#include <queue>

namespace flowc::dsl {

namespace {

bool answers_as_module(const ActionDraft& draft) {
    return draft.type != ActionType::unknown && info(draft.type).has(Effect::replaces_module);
}

std::size_t place_of(const std::vector<ActionId>& sorted, ActionId action) {
    return static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), action) - sorted.begin());
}

}  // namespace

NameFlow::NameFlow(const Flow& flow, const Analysis& graph, const std::vector<const ActionDraft*>& order,
                   const std::vector<Node>& inputs)
    : flow_(flow), order_(order) {
    for (ActionId id = 0; id < order_.size(); ++id) {
        for (const auto name : order_[id]->attributes) names_.emplace_back(name, false);
        for (const auto name : order_[id]->flow_attributes) names_.emplace_back(name, true);
        if (order_[id]->replaces_external) lambdas_.push_back(id);
        if (answers_as_module(*order_[id])) modules_.push_back(id);
    }
    for (const Node input : inputs)
        if (input.text().starts_with("external.")) left_.push_back(input.text().substr(9));
        else names_.emplace_back(input.text(), false);
    std::sort(names_.begin(), names_.end());
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());

    // Of a flow whose steps are all faulty some names are left, and no action.
    before_.assign(std::max<std::size_t>(order_.size(), 1), State{Bits(fact_count())});
    if (flow_.start == no_action) return;
    before_[flow_.start] = at_start(inputs);
    // An action is looked at when all that lead forward to it have been: what comes later by another way would make
    // everything behind it be looked at again.
    std::vector<std::size_t> rank(order_.size());
    for (std::size_t i = 0; i < graph.forward().size(); ++i) rank[graph.forward()[i]] = i;
    const auto comes_later = [&](ActionId a, ActionId b) { return rank[a] > rank[b]; };
    std::priority_queue<ActionId, std::vector<ActionId>, decltype(comes_later)> work(comes_later);
    work.push(flow_.start);
    std::vector<bool> waiting(order_.size());
    while (!work.empty()) {
        const ActionId action = work.top();
        work.pop();
        waiting[action] = false;
        State out = behind(action);
        for (const Transition& transition : flow_.transitions_of(flow_.actions[action])) {
            if (order_[action]->replaces_external) take_branch(action, transition.kind == Transition::Kind::error, out);
            if (transition.target == no_action || !flow_into(out, before_[transition.target])) continue;
            if (!waiting[transition.target]) work.push(transition.target);
            waiting[transition.target] = true;
        }
    }
}

NameFlow::State NameFlow::at_start(const std::vector<Node>& inputs) const {
    State start{Bits(fact_count())};
    start.reached = true;
    start.facts.set(answers() + lambdas_.size());
    start.facts.set(returns() + modules_.size());
    for (std::size_t id = 0; id < names_.size(); ++id) start.facts.set(missing() + id);
    for (const Node input : inputs)
        if (const auto id = name(input.text(), false)) {
            start.facts.set(*id);
            start.facts.reset(missing() + *id);
        }
    return start;
}

bool NameFlow::may_hold(const State* state, std::string_view field) const {
    const std::string_view root = field.substr(0, field.find('.'));
    for (std::size_t i = 0; i < lambdas_.size(); ++i) {
        const ActionDraft& lambda = *order_[lambdas_[i]];
        if (state && !may_answer(*state, i)) continue;
        if (lambda.faulty || lambda.fields.count(field) != 0 || lambda.fields.count(root) != 0) return true;
    }
    const bool is_left = std::find(left_.begin(), left_.end(), field) != left_.end() ||
                         std::find(left_.begin(), left_.end(), root) != left_.end();
    return is_left && (!state || no_lambda_yet(*state));
}

std::optional<std::size_t> NameFlow::name(std::string_view name, bool in_flow) const {
    const auto at = std::lower_bound(names_.begin(), names_.end(), std::pair{name, in_flow});
    if (at == names_.end() || *at != std::pair{name, in_flow}) return std::nullopt;
    return static_cast<std::size_t>(at - names_.begin());
}

NameFlow::State NameFlow::behind(ActionId action) const {
    State state = before_[action];
    Bits& facts = state.facts;
    const ActionDraft& draft = *order_[action];
    const auto write = [&](std::string_view written, bool in_flow) {
        const std::size_t id = *name(written, in_flow);
        facts.set(id);
        facts.reset(missing() + id);
        if (draft.copies_names) facts.reset(overwritten() + id);
        else facts.set(overwritten() + id);
    };
    const auto replace = [&](std::size_t begin, const std::vector<ActionId>& all) {
        for (std::size_t i = 0; i <= all.size(); ++i) facts.reset(begin + i);
        facts.set(begin + place_of(all, action));
    };
    for (const auto each : draft.attributes) write(each, false);
    for (const auto each : draft.flow_attributes) write(each, true);
    if (draft.replaces_external) {
        replace(answers(), lambdas_);
        for (std::size_t i = 0; i < lambdas_.size(); ++i) facts.reset(failures() + i), facts.reset(successes() + i);
    }
    if (answers_as_module(draft)) replace(returns(), modules_);
    if (draft.stores_input) {
        state.input = true;
        state.secret = draft.encrypts_input;
    }
    if (draft.sets_language) state.foreign_language = draft.foreign_language ? action : no_action;
    return state;
}

void NameFlow::take_branch(ActionId action, bool is_failure, State& state) const {
    const std::size_t lambda = place_of(lambdas_, action);
    state.facts.reset((is_failure ? successes() : failures()) + lambda);
    state.facts.set((is_failure ? failures() : successes()) + lambda);
}

bool NameFlow::flow_into(const State& from, State& to) {
    if (!to.reached) {
        to = from;
        return true;
    }
    bool changed = to.facts.unite(from.facts);
    changed |= (from.input && !to.input) || (from.secret && !to.secret) || from.foreign_language < to.foreign_language;
    to.input = to.input || from.input;
    to.secret = to.secret || from.secret;
    to.foreign_language = std::min(to.foreign_language, from.foreign_language);
    return changed;
}

}  // namespace flowc::dsl
