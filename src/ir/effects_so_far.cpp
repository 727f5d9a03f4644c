#include "ir/effects_so_far.hpp"

#include "ir/action_walk.hpp"
#include "ir/condition.hpp"

namespace flowc {

void EffectsSoFar::follow() {
    so_far_.resize(flow_.actions.size());
    if (flow_.start == no_action) return;
    // Bits only ever leave `always` and enter `sometimes`, so an action is looked at again once a bit at the most.
    ActionRounds rounds(flow_);
    ActionSet seen(flow_.actions.size());
    so_far_[flow_.start].always = 0;
    rounds.reach(flow_.start);
    seen.add(flow_.start);
    while (!rounds.done()) {
        const ActionId id = rounds.next();
        const Action& action = flow_.actions[id];
        const std::uint64_t own = effects_of(flow_, action);
        for (const Transition& transition : flow_.transitions_of(action)) {
            if (transition.target == no_action) continue;
            const std::uint64_t gained =
                transition.kind == Transition::Kind::error && failure_ == Failure::undone ? 0 : own;
            SoFar& there = so_far_[transition.target];
            const std::uint64_t always = there.always & (so_far_[id].always | gained);
            const std::uint64_t sometimes = there.sometimes | so_far_[id].sometimes | gained;
            const bool changed = always != there.always || sometimes != there.sometimes;
            there = {always, sometimes};
            if (!changed && seen.has(transition.target)) continue;
            seen.add(transition.target);
            rounds.reach(transition.target);
        }
    }
}

}  // namespace flowc
