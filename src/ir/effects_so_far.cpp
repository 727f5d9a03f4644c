#include "ir/effects_so_far.hpp"

namespace flowc {

EffectsSoFar::EffectsSoFar(const Flow& flow, Failure failure)
    : always_(flow.actions.size(), ~std::uint64_t{0}), sometimes_(flow.actions.size(), 0) {
    if (flow.start == no_action) return;
    // Bits only ever leave `always_` and enter `sometimes_`, so an action is looked at again once a bit at the most.
    std::vector<ActionId> open;
    open.reserve(flow.actions.size());
    open.push_back(flow.start);
    std::vector<bool> waiting(flow.actions.size(), false);
    std::vector<bool> seen(flow.actions.size(), false);
    always_[flow.start] = 0;
    seen[flow.start] = waiting[flow.start] = true;
    while (!open.empty()) {
        const ActionId id = open.back();
        open.pop_back();
        waiting[id] = false;
        const Action& action = flow.actions[id];
        const std::uint64_t own = action.type == ActionType::unknown ? 0 : info(action.type).effects;
        for (const Transition& transition : flow.transitions_of(action)) {
            if (transition.target == no_action) continue;
            const std::uint64_t gained =
                transition.kind == Transition::Kind::error && failure == Failure::undone ? 0 : own;
            const std::uint64_t always = always_[transition.target] & (always_[id] | gained);
            const std::uint64_t sometimes = sometimes_[transition.target] | sometimes_[id] | gained;
            const bool changed = always != always_[transition.target] || sometimes != sometimes_[transition.target];
            always_[transition.target] = always;
            sometimes_[transition.target] = sometimes;
            if ((!changed && seen[transition.target]) || waiting[transition.target]) continue;
            seen[transition.target] = waiting[transition.target] = true;
            open.push_back(transition.target);
        }
    }
}

}  // namespace flowc
