#include "ir/effects_so_far.hpp"

#include "ir/condition.hpp"

namespace flowc {

void EffectsSoFar::follow() {
    so_far_.resize(flow_.actions.size());
    if (flow_.start == no_action) return;
    // Bits only ever leave `always` and enter `sometimes`, so an action is looked at again once a bit at the most.
    std::vector<ActionId> open;
    open.reserve(flow_.actions.size());
    open.push_back(flow_.start);
    struct Visit {
        bool seen = false;
        bool waits = false;
    };
    std::vector<Visit> visits(flow_.actions.size());
    so_far_[flow_.start].always = 0;
    visits[flow_.start] = {true, true};
    while (!open.empty()) {
        const ActionId id = open.back();
        open.pop_back();
        visits[id].waits = false;
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
            Visit& visit = visits[transition.target];
            if ((!changed && visit.seen) || visit.waits) continue;
            visit = {true, true};
            open.push_back(transition.target);
        }
    }
}

}  // namespace flowc
