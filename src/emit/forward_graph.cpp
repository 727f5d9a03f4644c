#include "emit/forward_graph.hpp"

#include <algorithm>

namespace flowc::emit_detail {

namespace {

enum class Mark : std::uint8_t { unseen, open, done };

class Search {
  public:
    explicit Search(const Flow& flow)
        : flow_(flow), marks_(flow.actions.size(), Mark::unseen), leads_back_(flow.transitions.size(), true) {
        finished_.reserve(flow.actions.size());
    }

    void visit(ActionId root) {
        if (root >= marks_.size() || marks_[root] != Mark::unseen) return;
        open(root);
        while (!path_.empty()) {
            Step& step = path_.back();
            const Action& action = flow_.actions[step.action];
            if (step.tried == action.transition_count) {
                marks_[step.action] = Mark::done;
                finished_.push_back(step.action);
                path_.pop_back();
                continue;
            }
            const std::uint32_t index = action.first_transition + step.tried++;
            const ActionId target = flow_.transitions[index].target;
            if (target >= marks_.size() || marks_[target] == Mark::open) continue;
            leads_back_[index] = false;
            if (marks_[target] == Mark::unseen) open(target);
        }
    }

    ForwardGraph graph() && {
        ForwardGraph graph;
        graph.first.reserve(flow_.actions.size() + 1);
        for (const Action& action : flow_.actions) {
            graph.first.push_back(static_cast<std::uint32_t>(graph.targets.size()));
            for (std::uint32_t i = 0; i < action.transition_count; ++i) {
                const std::uint32_t index = action.first_transition + i;
                if (!leads_back_[index]) graph.targets.push_back(flow_.transitions[index].target);
            }
        }
        graph.first.push_back(static_cast<std::uint32_t>(graph.targets.size()));
        std::reverse(finished_.begin(), finished_.end());
        graph.order = std::move(finished_);
        return graph;
    }

  private:
    struct Step {
        ActionId action;
        std::uint32_t tried;
    };

    void open(ActionId action) {
        marks_[action] = Mark::open;
        path_.push_back({action, 0});
    }

    const Flow& flow_;
    std::vector<Mark> marks_;
    std::vector<bool> leads_back_;
    std::vector<Step> path_;
    std::vector<ActionId> finished_;
};

}  // namespace

ForwardGraph forward_graph(const Flow& flow) {
    Search search(flow);
    search.visit(flow.start);
    for (ActionId action = 0; action < flow.actions.size(); ++action) search.visit(action);
    return std::move(search).graph();
}

}  // namespace flowc::emit_detail
