#include "ir/action_set.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "ir/action_walk.hpp"
#include "ir/follow_ways.hpp"

namespace flowc {
namespace {

std::vector<ActionId> in_order(const ActionSet& set) {
    std::vector<ActionId> all;
    for (const ActionId id : set) all.push_back(id);
    return all;
}

/// Each action leads to the next one, and some back to an earlier one.
Flow chain(ActionId length, const std::vector<std::pair<ActionId, ActionId>>& back) {
    Flow flow;
    flow.start = 0;
    for (ActionId id = 0; id < length; ++id) {
        Action action;
        action.first_transition = static_cast<std::uint32_t>(flow.transitions.size());
        const auto lead_to = [&](ActionId target) {
            Transition transition;
            transition.target = target;
            flow.transitions.push_back(transition);
        };
        if (id + 1 < length) lead_to(id + 1);
        for (const auto& [from, to] : back)
            if (from == id) lead_to(to);
        action.transition_count = static_cast<std::uint32_t>(flow.transitions.size()) - action.first_transition;
        flow.actions.push_back(action);
    }
    return flow;
}

TEST(ActionSet, HoldsWhatWasAddedInFlowsOfEverySize) {
    for (const ActionId size : {1u, 63u, 64u, 65u, 255u, 256u, 257u, 1000u}) {
        ActionSet set(size);
        EXPECT_TRUE(set.empty());
        EXPECT_EQ(in_order(set), std::vector<ActionId>());
        set.add(size - 1);
        set.add_if(true, 0);
        set.add_if(false, size / 2);
        EXPECT_FALSE(set.empty());
        EXPECT_TRUE(set.has(0) && set.has(size - 1)) << size;
        EXPECT_EQ(in_order(set), size == 1 ? std::vector<ActionId>{0} : (std::vector<ActionId>{0, size - 1}));
        set.drop(size - 1);
        EXPECT_FALSE(set.has(size - 1));
        EXPECT_EQ(set.empty(), size == 1);
    }
    EXPECT_EQ(in_order(ActionSet(0)), std::vector<ActionId>());
}

TEST(ActionSet, IsJoinedAndCut) {
    ActionSet some(300);
    ActionSet others(300);
    for (const ActionId id : {1u, 70u, 299u}) some.add(id);
    for (const ActionId id : {2u, 70u}) others.add(id);
    ActionSet all(300);
    all |= some;
    all |= others;
    EXPECT_EQ(in_order(all), (std::vector<ActionId>{1, 2, 70, 299}));
    all &= others;
    EXPECT_EQ(in_order(all), (std::vector<ActionId>{2, 70}));
    some -= others;
    EXPECT_EQ(in_order(some), (std::vector<ActionId>{1, 299}));
}

TEST(ActionWalk, MeetsEachActionOnce) {
    const Flow flow = chain(600, {{599, 0}, {300, 10}});
    ActionWalk walk(flow);
    std::size_t met = 0;
    for (walk.reach(20); !walk.done(); ++met)
        for (const Transition& branch : flow.transitions_of(flow.actions[walk.next()])) walk.reach(branch.target);
    EXPECT_EQ(met, 600u);
    walk.reach(no_action);
    EXPECT_TRUE(walk.done());
}

TEST(FollowWays, TellsInCirclesUntilNothingIsNew) {
    // What 4 tells comes by the circle to all of 1, 2, 3 and 4, and on to 5; to 0 nothing leads.
    const Flow flow = chain(6, {{4, 1}});
    const Analysis graph(flow);
    std::vector<unsigned> known(6, 0);
    std::size_t asked = 0;
    follow_ways(flow, graph, [&](ActionId from, const Transition& branch) {
        ++asked;
        const unsigned more = known[branch.target] | known[from] | (from == 4 ? 1u : 0u);
        const bool is_new = more != known[branch.target];
        known[branch.target] = more;
        return is_new;
    });
    EXPECT_EQ(known, (std::vector<unsigned>{0, 1, 1, 1, 1, 1}));
    EXPECT_LE(asked, 2 * flow.transitions.size());
}

TEST(FollowWays, LeavesOutWhatTheStartDoesNotReach) {
    Flow flow = chain(4, {});
    flow.start = 2;
    std::vector<ActionId> from;
    follow_ways(flow, Analysis(flow), [&](ActionId id, const Transition&) {
        from.push_back(id);
        return true;
    });
    EXPECT_EQ(from, std::vector<ActionId>{2});
}

}  // namespace
}  // namespace flowc
