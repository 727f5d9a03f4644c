#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <random>

#include "flowc/emit.hpp"
#include "graph.hpp"

namespace flowc {
namespace {

using test::Graph;
using Edges = std::vector<std::vector<ActionId>>;
using Random = std::mt19937;

bool is_fixed(const Flow& flow, std::size_t i) { return i < flow.positions.size() && flow.positions[i].has_value(); }

/// The first two places that are too near to each other, as text; empty: none.
std::string too_near(const Flow& flow, const std::vector<Point>& places) {
    std::vector<std::size_t> by_x(places.size());
    for (std::size_t i = 0; i < by_x.size(); ++i) by_x[i] = i;
    std::sort(by_x.begin(), by_x.end(), [&](std::size_t a, std::size_t b) { return places[a].x < places[b].x; });
    for (std::size_t i = 0; i < by_x.size(); ++i) {
        const Point a = places[by_x[i]];
        for (std::size_t k = i + 1; k < by_x.size() && places[by_x[k]].x - a.x < 260; ++k) {
            if (std::abs(places[by_x[k]].y - a.y) >= 200) continue;
            if (is_fixed(flow, by_x[i]) && is_fixed(flow, by_x[k])) continue;
            return std::to_string(by_x[i]) + " and " + std::to_string(by_x[k]);
        }
    }
    return {};
}

/// reaches[a][b]: some way leads from a to b.
std::vector<std::vector<bool>> reachability(const Edges& edges) {
    std::vector<std::vector<bool>> reaches(edges.size(), std::vector<bool>(edges.size(), false));
    for (std::size_t from = 0; from < edges.size(); ++from) {
        std::vector<ActionId> open(edges[from]);
        while (!open.empty()) {
            const ActionId at = open.back();
            open.pop_back();
            if (reaches[from][at]) continue;
            reaches[from][at] = true;
            open.insert(open.end(), edges[at].begin(), edges[at].end());
        }
    }
    return reaches;
}

/// The first transition on no cycle that does not go to the right, though its target could move.
std::string not_forward(const Flow& flow, const Edges& edges, const std::vector<Point>& places) {
    const auto reaches = reachability(edges);
    for (std::size_t from = 0; from < edges.size(); ++from) {
        for (const ActionId to : edges[from]) {
            if (reaches[to][from] || to == from || is_fixed(flow, to)) continue;
            if (places[from].x >= places[to].x) return std::to_string(from) + " to " + std::to_string(to);
        }
    }
    return {};
}

Edges random_edges(Random& random, std::size_t actions, std::size_t most) {
    Edges edges(actions);
    for (auto& out : edges) {
        const std::size_t count = random() % (most + 1);
        for (std::size_t i = 0; i < count; ++i) out.push_back(static_cast<ActionId>(random() % actions));
    }
    return edges;
}

/// A block as the compiler writes it: its first action leads to all its others, some transitions lead back
/// inside it, and it is entered from elsewhere at its first action only.
struct Block {
    Edges inside;
    std::vector<std::pair<ActionId, std::size_t>> jumps;  ///< action of this block → another block's first
};

Block random_block(Random& random, std::size_t blocks) {
    const std::size_t size = 1 + random() % 9;
    Block block{random_edges(random, size, 2), {}};
    for (ActionId i = 1; i < size; ++i) {
        auto& parent = block.inside[random() % i];
        parent.insert(parent.begin(), i);
    }
    for (std::size_t i = random() % 4; i > 0; --i) {
        block.jumps.emplace_back(static_cast<ActionId>(random() % size), random() % blocks);
    }
    return block;
}

struct Assembled {
    Edges edges;
    std::vector<std::uint32_t> groups;
    std::vector<ActionId> firsts;
};

Assembled assemble(const std::vector<Block>& blocks) {
    Assembled result;
    ActionId next = 0;
    for (const Block& block : blocks) {
        result.firsts.push_back(next);
        next += static_cast<ActionId>(block.inside.size());
    }
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
        for (const auto& out : blocks[b].inside) {
            auto& edges = result.edges.emplace_back();
            for (const ActionId to : out) edges.push_back(result.firsts[b] + to);
            result.groups.push_back(b);
        }
        for (const auto& [from, to] : blocks[b].jumps) {
            result.edges[result.firsts[b] + from].push_back(result.firsts[to]);
        }
    }
    return result;
}

TEST(Layout, OfNothingIsNothing) { EXPECT_TRUE(lay_out(Flow{}).empty()); }

TEST(Layout, ChainIsOneRow) {
    const Graph graph({{1}, {2}, {}});
    const auto places = lay_out(graph.flow);
    EXPECT_EQ(places, (std::vector<Point>{{280, 20}, {540, 20}, {800, 20}}));
}

TEST(Layout, ColumnIsTheLongestWay) {
    const Graph graph({{1, 2}, {2}, {}});
    const auto places = lay_out(graph.flow);
    EXPECT_EQ(places[2], (Point{800, 20}));
}

TEST(Layout, BranchesShareAColumn) {
    const Graph graph({{1, 2}, {3}, {3}, {}});
    const auto places = lay_out(graph.flow);
    EXPECT_EQ(places[1], (Point{540, 20}));
    EXPECT_EQ(places[2], (Point{540, 220}));
    EXPECT_EQ(places[3], (Point{800, 20}));
}

TEST(Layout, LoopsAndUnreachableActionsHavePlaces) {
    const Graph graph({{1}, {0, 1}, {3}, {}});
    const auto places = lay_out(graph.flow);
    EXPECT_EQ(places[0], (Point{280, 20}));
    EXPECT_EQ(places[1], (Point{540, 20}));
    EXPECT_EQ(places[2], (Point{280, 220}));
    EXPECT_EQ(places[3], (Point{540, 220}));
}

TEST(Layout, BlockStandsBelowWhatIsInItsColumns) {
    Graph graph({{1, 2}, {}, {3}, {}});
    graph.flow.groups = {0, 0, 1, 1};
    const auto places = lay_out(graph.flow);
    EXPECT_EQ(places[2], (Point{540, 220}));
    EXPECT_EQ(places[3], (Point{800, 220}));
}

TEST(Layout, OthersFlowAroundFixedPlaces) {
    Graph graph({{1}, {2}, {}});
    graph.flow.positions = {std::nullopt, Point{300, 100}, std::nullopt};
    const auto places = lay_out(graph.flow);
    EXPECT_EQ(places[1], (Point{300, 100}));
    EXPECT_EQ(places[0], (Point{280, 300}));
    EXPECT_EQ(too_near(graph.flow, places), "");
    EXPECT_GT(places[2].x, 300);
}

TEST(Layout, FarFixedPlacesDoNotOverflow) {
    Graph graph({{1}, {2}, {}});
    graph.flow.positions = {std::nullopt, Point{2147483647, -2147483647 - 1}, std::nullopt};
    const auto places = lay_out(graph.flow);
    EXPECT_EQ(places[1], *graph.flow.positions[1]);
    EXPECT_EQ(places.size(), 3u);
}

TEST(Layout, HoldsItsDistancesOnAnyGraph) {
    Random random(1);
    for (int round = 0; round < 300; ++round) {
        const std::size_t actions = 1 + random() % 60;
        const Edges edges = random_edges(random, actions, 3);
        Graph graph(edges);
        if (round % 2) {
            for (std::size_t i = 0; i < actions; ++i)
                graph.flow.groups.push_back(static_cast<std::uint32_t>(random() % 7));
        }
        if (round % 3 == 0) {
            graph.flow.positions.resize(actions);
            for (auto& position : graph.flow.positions) {
                if (random() % 4 == 0) {
                    position = Point{static_cast<std::int32_t>(random() % 3000) - 500,
                                     static_cast<std::int32_t>(random() % 3000) - 500};
                }
            }
        }
        const auto places = lay_out(graph.flow);
        ASSERT_EQ(places.size(), actions);
        ASSERT_EQ(too_near(graph.flow, places), "") << "round " << round;
        ASSERT_EQ(not_forward(graph.flow, edges, places), "") << "round " << round;
        for (std::size_t i = 0; i < actions; ++i) {
            if (is_fixed(graph.flow, i)) {
                ASSERT_EQ(places[i], *graph.flow.positions[i]);
            }
        }
    }
}

TEST(Layout, ChangeInOneBlockMovesOthersOnlyAsAWhole) {
    Random random(2);
    for (int round = 0; round < 300; ++round) {
        const std::size_t count = 2 + random() % 8;
        std::vector<Block> blocks;
        for (std::size_t i = 0; i < count; ++i) blocks.push_back(random_block(random, count));
        const std::size_t edited = random() % count;
        std::vector<Block> changed = blocks;
        changed[edited] = random_block(random, count);

        const auto lay = [](const std::vector<Block>& all) {
            Assembled assembled = assemble(all);
            Graph graph(assembled.edges);
            graph.flow.groups = assembled.groups;
            auto places = lay_out(graph.flow);
            EXPECT_EQ(too_near(graph.flow, places), "");
            EXPECT_EQ(not_forward(graph.flow, assembled.edges, places), "");
            return std::pair{std::move(assembled), std::move(places)};
        };
        const auto [before, places_before] = lay(blocks);
        const auto [after, places_after] = lay(changed);
        for (std::size_t b = 0; b < count; ++b) {
            if (b == edited) continue;
            const Point old_first = places_before[before.firsts[b]];
            const Point new_first = places_after[after.firsts[b]];
            for (std::size_t i = 0; i < blocks[b].inside.size(); ++i) {
                const Point old_place = places_before[before.firsts[b] + i];
                const Point new_place = places_after[after.firsts[b] + i];
                ASSERT_EQ(old_place.x - old_first.x, new_place.x - new_first.x) << "round " << round << ", block " << b;
                ASSERT_EQ(old_place.y - old_first.y, new_place.y - new_first.y) << "round " << round << ", block " << b;
            }
        }
    }
}

TEST(Layout, FixingAnActionLeavesTheOthersOfItsBlockTogether) {
    Graph free({{1}, {2, 3}, {}, {}});
    Graph graph({{1}, {2, 3}, {}, {}});
    graph.flow.positions = {std::nullopt, std::nullopt, Point{2000, 2000}, std::nullopt};
    const auto before = lay_out(free.flow);
    const auto after = lay_out(graph.flow);
    EXPECT_EQ(after[1].x - after[0].x, before[1].x - before[0].x);
    EXPECT_EQ(after[3].x - after[0].x, before[3].x - before[0].x);
}

TEST(Layout, ServesThousandsOfActions) {
    const std::size_t actions = 5000;
    Edges chain(actions);
    for (ActionId i = 0; i + 1 < actions; ++i) chain[i] = {i + 1};
    EXPECT_EQ(lay_out(Graph(chain).flow).back().x, 280 + 260 * 4999);

    Random random(3);
    const Edges edges = random_edges(random, actions, 4);
    Graph graph(edges);
    graph.flow.positions.resize(actions);
    for (ActionId i = 0; i < actions; ++i) {
        graph.flow.groups.push_back(i);
        if (i % 2 == 0) continue;
        graph.flow.positions[i] =
            Point{static_cast<std::int32_t>(random() % 800), static_cast<std::int32_t>(random() % 800)};
    }
    EXPECT_EQ(too_near(graph.flow, lay_out(graph.flow)), "");
}

}  // namespace
}  // namespace flowc
