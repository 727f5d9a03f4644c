#include "lint/answers.hpp"

#include "ir/condition.hpp"
#include "ir/follow_ways.hpp"

namespace flowc::lint {

Answers::Answers(const Flow& flow, const Analysis& graph, const ActionsByEffect& by_effect)
    : flow_(flow), graph_(graph) {
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
    found_[flow_.start].always = 0;
    // Bits only ever enter `latest` and leave `always`, so an action is looked at again once a bit at the most.
    follow_ways(flow_, graph_, [&](ActionId id, const Transition& branch) {
        const Found& here = found_[id];
        const bool succeeds = branch.kind != Transition::Kind::error;
        const std::uint64_t gained = succeeds ? here.own : 0;
        // What is of a type that is not known may have an answer of its own.
        const bool anything = succeeds && flow_.actions[id].type == ActionType::unknown;
        Found& there = found_[branch.target];
        const std::uint64_t latest = there.latest | (anything ? 0 : gained != 0 ? gained : here.latest);
        const std::uint64_t always = there.always & (here.always | gained);
        const bool changed = latest != there.latest || always != there.always;
        there.latest = latest;
        there.always = always;
        return changed;
    });
}

}  // namespace flowc::lint
