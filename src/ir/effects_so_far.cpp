#include "ir/effects_so_far.hpp"

#include "ir/condition.hpp"
#include "ir/follow_ways.hpp"

namespace flowc {

void EffectsSoFar::follow() {
    so_far_.resize(flow_.actions.size());
    if (flow_.start == no_action) return;
    so_far_[flow_.start].always = 0;
    ActionId last = no_action;
    std::uint64_t own = 0;  // of that action
    // Bits only ever leave `always` and enter `sometimes`, so an action is looked at again once a bit at the most.
    follow_ways(flow_, graph_, [&](ActionId id, const Transition& branch) {
        if (id != last) own = effects_of(flow_, flow_.actions[last = id]);
        const std::uint64_t gained = branch.kind == Transition::Kind::error && failure_ == Failure::undone ? 0 : own;
        SoFar& there = so_far_[branch.target];
        const std::uint64_t always = there.always & (so_far_[id].always | gained);
        const std::uint64_t sometimes = there.sometimes | so_far_[id].sometimes | gained;
        const bool changed = always != there.always || sometimes != there.sometimes;
        there = {always, sometimes};
        return changed;
    });
}

}  // namespace flowc
