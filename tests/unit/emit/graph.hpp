#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "flowc/flow.hpp"

namespace flowc::test {

/// A flow that is only a graph: action `i` is called `a<i>` and leads to `edges[i]`. Keeps the texts.
class Graph {
  public:
    explicit Graph(const std::vector<std::vector<ActionId>>& edges) {
        for (ActionId i = 0; i < edges.size(); ++i) {
            Action action;
            action.identifier = keep("a" + std::to_string(i));
            action.type_name = "MessageParticipant";
            action.first_transition = static_cast<std::uint32_t>(flow.transitions.size());
            action.transition_count = static_cast<std::uint32_t>(edges[i].size());
            flow.actions.push_back(action);
            for (std::size_t n = 0; n < edges[i].size(); ++n) {
                Transition transition;
                transition.kind = n == 0 ? Transition::Kind::next : Transition::Kind::error;
                transition.target = edges[i][n];
                transition.label = n == 0 ? "" : keep("Error" + std::to_string(n));
                flow.transitions.push_back(transition);
            }
        }
        flow.start = edges.empty() ? no_action : 0;
    }

    Flow flow;

  private:
    std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

    std::deque<std::string> texts_;
};

}  // namespace flowc::test
