#include "lint/answers.hpp"

#include "ir/condition.hpp"

namespace flowc::lint {

Answers::Answers(const Flow& flow) : flow_(flow) {
    constexpr std::size_t most = 64;
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        const Action& action = flow.actions[id];
        if (action.type == ActionType::unknown || has_effect(flow, action, Effect::replaces_external) == Truth::no)
            continue;
        lambdas_.push_back(id);
        if (lambdas_.size() > most) break;
    }
    if (lambdas_.size() > most || flow.start == no_action) lambdas_.clear();
}

void Answers::follow() {
    struct Visit {
        std::uint64_t own = 0;  ///< the bit of the Lambda that the action calls
        bool seen = false;
        bool waits = false;
    };
    std::vector<Visit> visits(flow_.actions.size());
    for (std::size_t bit = 0; bit < lambdas_.size(); ++bit) visits[lambdas_[bit]].own = std::uint64_t{1} << bit;
    found_.resize(flow_.actions.size());
    // Bits only ever enter `latest` and leave `always`, so an action is looked at again once a bit at the most.
    std::vector<ActionId> open;
    open.reserve(flow_.actions.size());
    open.push_back(flow_.start);
    found_[flow_.start].always = 0;
    visits[flow_.start].seen = true;
    while (!open.empty()) {
        const ActionId id = open.back();
        open.pop_back();
        visits[id].waits = false;
        for (const Transition& edge : flow_.transitions_of(flow_.actions[id])) {
            if (edge.target == no_action) continue;
            const bool succeeds = edge.kind != Transition::Kind::error;
            const std::uint64_t gained = succeeds ? visits[id].own : 0;
            // What is of a type that is not known may have an answer of its own.
            const bool anything = succeeds && flow_.actions[id].type == ActionType::unknown;
            Found& there = found_[edge.target];
            const Found now{there.latest | (anything      ? 0
                                            : gained != 0 ? gained
                                                          : found_[id].latest),
                            there.always & (found_[id].always | gained)};
            Visit& visit = visits[edge.target];
            const bool changed = now != there || !visit.seen;
            there = now;
            visit.seen = true;
            if (!changed || visit.waits) continue;
            visit.waits = true;
            open.push_back(edge.target);
        }
    }
}

}  // namespace flowc::lint
