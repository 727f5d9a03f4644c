#include "ir/analysis.hpp"

#include <gtest/gtest.h>

#include <initializer_list>
#include <vector>

namespace flowc {
namespace {

/// A flow of plain actions; the first is its start.
Flow graph(const std::vector<std::vector<ActionId>>& targets) {
    Flow flow;
    flow.start = targets.empty() ? no_action : 0;
    for (const std::vector<ActionId>& edges : targets) {
        Action action;
        action.first_transition = static_cast<std::uint32_t>(flow.transitions.size());
        action.transition_count = static_cast<std::uint32_t>(edges.size());
        for (const ActionId target : edges) {
            Transition transition;
            transition.target = target;
            flow.transitions.push_back(transition);
        }
        flow.actions.push_back(action);
    }
    return flow;
}

TEST(Analysis, ReachesWhatTransitionsLeadTo) {
    const Analysis analysis(graph({{1, no_action}, {}, {1}}));
    EXPECT_TRUE(analysis.reachable(0));
    EXPECT_TRUE(analysis.reachable(1));
    EXPECT_FALSE(analysis.reachable(2));
}

TEST(Analysis, ReachesNothingWithoutAStart) {
    Flow flow = graph({{1}, {0}});
    flow.start = no_action;
    EXPECT_FALSE(Analysis(flow).reachable(0));
}

TEST(Analysis, JoinsCirclesAndNumbersThemFromTheLeavesUp) {
    // 0 → {1, 2}, the circle 1 → 3 → 4 → 1, and 2 → 2.
    const Flow flow = graph({{1, 2}, {3}, {2}, {4, 2}, {1}});
    const Analysis analysis(flow);
    EXPECT_EQ(analysis.component_count(), 3u);
    EXPECT_EQ(analysis.component(1), analysis.component(3));
    EXPECT_EQ(analysis.component(1), analysis.component(4));
    EXPECT_NE(analysis.component(1), analysis.component(2));
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        for (const Transition& transition : flow.transitions_of(flow.actions[id])) {
            EXPECT_LE(analysis.component(transition.target), analysis.component(id));
        }
    }
}

TEST(Analysis, GoesAsDeepAsAFlowIsLong) {
    constexpr ActionId length = 200'000;
    std::vector<std::vector<ActionId>> chain(length);
    for (ActionId id = 0; id + 1 < length; ++id) chain[id] = {id + 1};
    EXPECT_EQ(Analysis(graph(chain)).component_count(), length);
    chain.back() = {0};
    EXPECT_EQ(Analysis(graph(chain)).component_count(), 1u);
}

TEST(Analysis, IsNothingForAnEmptyFlow) { EXPECT_EQ(Analysis(graph({})).component_count(), 0u); }

}  // namespace
}  // namespace flowc
