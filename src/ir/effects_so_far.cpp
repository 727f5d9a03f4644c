#include "ir/effects_so_far.hpp"

namespace flowc {

EffectsSoFar::EffectsSoFar(const Flow& flow, Failure failure) : so_far_(flow.actions.size()) {
    if (flow.start == no_action) return;
    // Bits only ever leave `always` and enter `sometimes`, so an action is looked at again once a bit at the most.
    std::vector<ActionId> open;
    open.reserve(flow.actions.size());
    open.push_back(flow.start);
    struct Visit {
        bool seen = false;
        bool waits = false;
    };
    std::vector<Visit> visits(flow.actions.size());
    so_far_[flow.start].always = 0;
    visits[flow.start] = {true, true};
    while (!open.empty()) {
        const ActionId id = open.back();
        open.pop_back();
        visits[id].waits = false;
        const Action& action = flow.actions[id];
        const std::uint64_t own = action.type == ActionType::unknown ? 0 : info(action.type).effects;
        for (const Transition& transition : flow.transitions_of(action)) {
            if (transition.target == no_action) continue;
            const std::uint64_t gained =
                transition.kind == Transition::Kind::error && failure == Failure::undone ? 0 : own;
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
