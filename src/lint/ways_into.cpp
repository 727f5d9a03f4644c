#include "lint/ways_into.hpp"

namespace flowc::lint {

void WaysInto::follow() {
    const auto each = [&](const auto& look) {
        for (ActionId id = 0; id < flow_.actions.size(); ++id) {
            if (!graph_.reachable(id)) continue;
            for (const Transition& branch : flow_.transitions_of(flow_.actions[id]))
                if (branch.target != no_action) look(WayInto{id, &branch});
        }
    };
    // Counted two places further on: when each way has been put in its place, the counts stand where the next one's begin.
    first_.resize(flow_.actions.size() + 2);
    each([&](const WayInto& way) { ++first_[way.branch->target + 2]; });
    for (std::size_t i = 2; i < first_.size(); ++i) first_[i] += first_[i - 1];
    ways_.resize(first_.back());
    each([&](const WayInto& way) { ways_[first_[way.branch->target + 1]++] = way; });
}

}  // namespace flowc::lint
