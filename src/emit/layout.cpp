#include <algorithm>
#include <limits>
#include <span>

#include "emit/bodies.hpp"
#include "emit/forward_graph.hpp"
#include "flowc/emit.hpp"
#include "ir/positions.hpp"

namespace flowc {

namespace {

using emit_detail::Bodies;
using emit_detail::ForwardGraph;

constexpr std::int64_t across = 260;
constexpr std::int64_t down = 200;
/// One step to the right of the entry point, which the document puts at 20, 20.
constexpr std::int64_t left = 280;
constexpr std::int64_t top = 20;

constexpr std::int64_t x_of(std::int64_t column) { return left + column * across; }

/// The first column whose places lie to the right of `x`.
constexpr std::int64_t column_behind(std::int64_t x) { return x < left ? 0 : (x - left) / across + 1; }

std::int32_t pixel(std::int64_t value) {
    constexpr std::int64_t low = std::numeric_limits<std::int32_t>::min();
    constexpr std::int64_t high = std::numeric_limits<std::int32_t>::max();
    return static_cast<std::int32_t>(std::clamp(value, low, high));
}

/// A column of a body: some places below each other without a gap.
struct Stack {
    std::int64_t column = 0;
    std::int64_t height = 0;
};

class Layout {
  public:
    explicit Layout(const Flow& flow)
        : flow_(flow), graph_(emit_detail::forward_graph(flow)), bodies_(emit_detail::bodies(flow, graph_)),
          columns_(flow.actions.size(), 0), rows_(flow.actions.size(), 0), starts_(bodies_.order.size(), 0),
          positions_(positions_of(flow)), places_(flow.actions.size()) {}

    std::vector<Point> run() && {
        find_columns();
        find_starts();
        take_fixed_places();
        for (std::uint32_t body = 0; body < bodies_.order.size(); ++body) place(bodies_.members(body));
        return std::move(places_);
    }

  private:
    bool is_fixed(ActionId action) const { return action < positions_.size() && positions_[action].has_value(); }

    /// Inside a body: the longest distance from where it is entered. Fixed actions count here too, so that the
    /// others stay where they were when one of them is taken out.
    void find_columns() {
        for (const ActionId from : graph_.order) {
            for (const ActionId to : graph_.after(from)) {
                if (bodies_.of[from] == bodies_.of[to]) columns_[to] = std::max(columns_[to], columns_[from] + 1);
            }
        }
    }

    void start_behind(ActionId action, std::int64_t column) {
        std::int64_t& start = starts_[bodies_.of[action]];
        start = std::max(start, column - columns_[action]);
    }

    /// The column where each body begins: far enough to the right for every forward transition into it.
    void find_starts() {
        for (ActionId from = 0; from < flow_.actions.size(); ++from) {
            if (!is_fixed(from)) continue;
            for (const ActionId to : graph_.after(from)) start_behind(to, column_behind(positions_[from]->x));
        }
        for (const std::uint32_t body : bodies_.order) {
            for (const ActionId from : bodies_.members(body)) {
                if (is_fixed(from)) continue;
                for (const ActionId to : graph_.after(from)) {
                    if (bodies_.of[to] != body) start_behind(to, starts_[body] + columns_[from] + 1);
                }
            }
        }
    }

    void take_fixed_places() {
        std::vector<std::int64_t> used;
        for (ActionId action = 0; action < flow_.actions.size(); ++action) {
            if (is_fixed(action)) {
                places_[action] = *positions_[action];
                fixed_.push_back(places_[action]);
            } else {
                used.push_back(starts_[bodies_.of[action]] + columns_[action]);
            }
        }
        std::sort(fixed_.begin(), fixed_.end(), [](Point a, Point b) { return a.x < b.x; });
        std::sort(used.begin(), used.end());
        used.erase(std::unique(used.begin(), used.end()), used.end());
        used_columns_ = std::move(used);
        bottoms_.assign(used_columns_.size(), top);
    }

    std::int64_t& bottom_of(std::int64_t column) {
        const auto found = std::lower_bound(used_columns_.begin(), used_columns_.end(), column);
        return bottoms_[static_cast<std::size_t>(found - used_columns_.begin())];
    }

    /// Puts a body below whatever stands in its columns already, and clear of the fixed places.
    void place(std::span<const ActionId> members) {
        const std::int64_t start = starts_[bodies_.of[members.front()]];
        std::int64_t width = 0;
        for (const ActionId action : members) width = std::max(width, columns_[action] + 1);
        std::vector<Stack> stacks(static_cast<std::size_t>(width));
        for (const ActionId action : members) {
            if (is_fixed(action)) continue;
            Stack& stack = stacks[static_cast<std::size_t>(columns_[action])];
            stack.column = start + columns_[action];
            rows_[action] = stack.height++;
        }
        stacks.erase(std::remove_if(stacks.begin(), stacks.end(), [](const Stack& stack) { return stack.height == 0; }),
                     stacks.end());

        std::int64_t y = top;
        for (const Stack& stack : stacks) y = std::max(y, bottom_of(stack.column));
        y = clear_of_fixed(stacks, y);
        for (const Stack& stack : stacks) bottom_of(stack.column) = y + stack.height * down;
        for (const ActionId action : members) {
            if (is_fixed(action)) continue;
            places_[action] = {pixel(x_of(start + columns_[action])), pixel(y + rows_[action] * down)};
        }
    }

    /// The least `y` from the given one on at which no place of the stacks is too near to a fixed one.
    std::int64_t clear_of_fixed(const std::vector<Stack>& stacks, std::int64_t y) const {
        struct Range {
            std::int64_t begin;
            std::int64_t end;
        };
        std::vector<Range> taken;
        for (const Stack& stack : stacks) {
            const std::int64_t x = x_of(stack.column);
            auto near = std::partition_point(fixed_.begin(), fixed_.end(), [&](Point p) { return p.x <= x - across; });
            for (; near != fixed_.end() && near->x < x + across; ++near) {
                taken.push_back({near->y - stack.height * down, near->y + down});
            }
        }
        std::sort(taken.begin(), taken.end(), [](const Range& a, const Range& b) { return a.begin < b.begin; });
        for (const Range& range : taken) {
            if (range.begin >= y) break;
            y = std::max(y, range.end);
        }
        return y;
    }

    const Flow& flow_;
    const ForwardGraph graph_;
    const Bodies bodies_;
    std::vector<std::int64_t> columns_;            ///< by action, inside its body
    std::vector<std::int64_t> rows_;               ///< by action, inside its body
    std::vector<std::int64_t> starts_;             ///< by body
    std::vector<std::optional<Point>> positions_;  ///< those that are fixed
    std::vector<Point> places_;
    std::vector<Point> fixed_;  ///< by x
    std::vector<std::int64_t> used_columns_;
    std::vector<std::int64_t> bottoms_;  ///< by used column
};

}  // namespace

std::vector<Point> lay_out(const Flow& flow) { return Layout(flow).run(); }

}  // namespace flowc
