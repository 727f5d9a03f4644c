#include "lint/answers.hpp"

#include "ir/action_walk.hpp"
#include "ir/condition.hpp"

namespace flowc::lint {

Answers::Answers(const Flow& flow, const ActionsByEffect& by_effect) : flow_(flow) {
    constexpr std::size_t most = 64;
    for (const ActionId id : by_effect.with(Effect::replaces_external)) {
        if (has_effect(flow, flow.actions[id], Effect::replaces_external) == Truth::no) continue;
        lambdas_.push_back(id);
        if (lambdas_.size() > most) break;
    }
    if (lambdas_.size() > most || flow.start == no_action) lambdas_.clear();
}

void Answers::follow() {
    found_.resize(flow_.actions.size());
    for (std::size_t bit = 0; bit < lambdas_.size(); ++bit) found_[lambdas_[bit]].own = std::uint64_t{1} << bit;
    // Bits only ever enter `latest` and leave `always`, so an action is looked at again once a bit at the most.
    ActionRounds rounds(flow_);
    rounds.reach(flow_.start);
    found_[flow_.start].always = 0;
    found_[flow_.start].seen = true;
    while (!rounds.done()) {
        const ActionId id = rounds.next();
        const Action& action = flow_.actions[id];
        // What is of a type that is not known may have an answer of its own.
        const bool anything = action.type == ActionType::unknown;
        for (const Transition& edge : flow_.transitions_of(action)) {
            if (edge.target == no_action) continue;
            const Found& here = found_[id];
            const bool succeeds = edge.kind != Transition::Kind::error;
            const std::uint64_t gained = succeeds ? here.own : 0;
            const std::uint64_t brought = succeeds && anything ? 0 : gained != 0 ? gained : here.latest;
            Found& there = found_[edge.target];
            const std::uint64_t latest = there.latest | brought;
            const std::uint64_t always = there.always & (here.always | gained);
            const bool changed = latest != there.latest || always != there.always || !there.seen;
            there.latest = latest;
            there.always = always;
            there.seen = true;
            if (changed) rounds.reach(edge.target);
        }
    }
}

}  // namespace flowc::lint
