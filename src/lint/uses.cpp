#include "lint/uses.hpp"

#include "forms/text_places.hpp"
#include "ir/reference.hpp"

namespace flowc::lint {

namespace {

class Finder {
  public:
    Finder(const Flow& flow, const Sources& sources, std::vector<Use>& uses)
        : flow_(flow), sources_(sources), uses_(uses) {}

    /// What stands below `top`, which are a condition's `operands` or parameters.
    void read(ActionId action, NodeId top, Node operands = {}) {
        if (top == no_node) return;
        // Scalars are leaves of one consecutive run of nodes.
        const NodeId end = flow_.tree[top].after;
        for (NodeId id = top; id < end; ++id) {
            const Node node = flow_.node(id);
            if (node.is_string() && node.text().find('$') != std::string_view::npos) read_text(action, node, operands);
        }
    }

  private:
    void read_text(ActionId action, Node node, Node operands) {
        const std::string_view text = node.text();
        ReferenceReader reader(text);
        TextPlaces places(sources_, node, flow_.document != no_node);
        for (std::string_view one = reader.next(); !one.empty(); one = reader.next()) {
            const ReferenceParts parts = parts_of(one);
            const auto at = static_cast<std::size_t>(one.data() - text.data());
            uses_.push_back({action, one, parts.space, parts.key, places.at(at, one.size()), operands});
        }
    }

    const Flow& flow_;
    const Sources& sources_;
    std::vector<Use>& uses_;
};

}  // namespace

std::vector<Use> find_uses(const Flow& flow, const Sources& sources) {
    std::vector<Use> uses;
    uses.reserve(flow.actions.size());
    Finder finder(flow, sources, uses);
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        const Action& action = flow.actions[id];
        finder.read(id, action.parameters);
        for (const Transition& transition : flow.transitions_of(action)) {
            if (transition.operands != no_node) finder.read(id, transition.operands, flow.node(transition.operands));
        }
    }
    return uses;
}

}  // namespace flowc::lint
