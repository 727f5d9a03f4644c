#include "lint/answers.hpp"

namespace flowc::lint {

Answers::Answers(const Flow& flow) {
    constexpr std::size_t most = 64;
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        const Action& action = flow.actions[id];
        if (action.type == ActionType::unknown || !info(action.type).has(Effect::replaces_external)) continue;
        lambdas_.push_back(id);
        if (lambdas_.size() > most) break;
    }
    if (lambdas_.size() > most || flow.start == no_action) lambdas_.clear();
    if (lambdas_.empty()) return;
    std::vector<std::uint64_t> own(flow.actions.size(), 0);
    for (std::size_t bit = 0; bit < lambdas_.size(); ++bit) own[lambdas_[bit]] = std::uint64_t{1} << bit;
    latest_.assign(flow.actions.size(), 0);
    always_.assign(flow.actions.size(), ~std::uint64_t{0});
    // Bits only ever enter `latest_` and leave `always_`, so an action is looked at again once a bit at the most.
    std::vector<bool> seen(flow.actions.size(), false);
    std::vector<bool> waiting(flow.actions.size(), false);
    std::vector<ActionId> open{flow.start};
    always_[flow.start] = 0;
    seen[flow.start] = true;
    while (!open.empty()) {
        const ActionId id = open.back();
        open.pop_back();
        waiting[id] = false;
        for (const Transition& edge : flow.transitions_of(flow.actions[id])) {
            if (edge.target == no_action) continue;
            const std::uint64_t gained = edge.kind == Transition::Kind::error ? 0 : own[id];
            const std::uint64_t latest = latest_[edge.target] | (gained != 0 ? gained : latest_[id]);
            const std::uint64_t always = always_[edge.target] & (always_[id] | gained);
            const bool changed = latest != latest_[edge.target] || always != always_[edge.target] || !seen[edge.target];
            latest_[edge.target] = latest;
            always_[edge.target] = always;
            seen[edge.target] = true;
            if (!changed || waiting[edge.target]) continue;
            waiting[edge.target] = true;
            open.push_back(edge.target);
        }
    }
}

}  // namespace flowc::lint
