#include "ir/subject.hpp"

#include <algorithm>

namespace flowc {

namespace {

bool holds(Span outer, std::uint32_t at) { return at >= outer.begin && at < outer.end; }

/// The step of a way through an item of a list: a branch by the word that tells it from its siblings, so that the
/// order of branches does not matter.
std::string step_into(Node item, std::size_t position) {
    for (const std::string_view key : {"ErrorType", "Operator"}) {
        Node word = item.find(key);
        if (!word) word = item.find("Condition").find(key);
        if (word.is_scalar()) return "[" + std::string(word.text()) + "]";
    }
    return "[" + std::to_string(position) + "]";
}

/// The way from `node` to the place, by keys; ends where no child holds the place.
void append_way(std::string& way, Node node, std::uint32_t at) {
    for (;;) {
        Node next;
        if (node.is_mapping()) {
            for (const auto [key, value] : node.entries()) {
                if (!holds(key.span(), at) && !holds(value.span(), at)) continue;
                if (!way.empty()) way += '.';
                way += key.text();
                next = value;
                break;
            }
        } else if (node.is_sequence()) {
            std::size_t position = 0;
            for (const Node item : node.items()) {
                if (holds(item.span(), at)) {
                    way += step_into(item, position);
                    next = item;
                    break;
                }
                ++position;
            }
        }
        if (!next) return;
        node = next;
    }
}

/// Actions in the order in which their texts begin.
std::vector<ActionId> by_place(const Flow& flow) {
    std::vector<ActionId> order(flow.actions.size());
    for (ActionId id = 0; id < order.size(); ++id) order[id] = id;
    std::stable_sort(order.begin(), order.end(), [&](ActionId a, ActionId b) {
        return flow.actions[a].span.begin < flow.actions[b].span.begin;
    });
    return order;
}

/// The innermost action whose text holds the place: steps may lie inside steps.
const Action* action_at(const Flow& flow, const std::vector<ActionId>& order, std::uint32_t at) {
    auto above = std::upper_bound(order.begin(), order.end(), at, [&](std::uint32_t place, ActionId id) {
        return place < flow.actions[id].span.begin;
    });
    const Action* innermost = nullptr;
    while (above != order.begin()) {
        const Action& action = flow.actions[*--above];
        if (!holds(action.span, at)) continue;
        // Of the actions of one step the first gives it its name.
        if (innermost && action.span.begin != innermost->span.begin) break;
        innermost = &action;
    }
    return innermost;
}

}  // namespace

void name_subjects(const Flow& flow, std::vector<Diagnostic>& findings) {
    if (findings.empty()) return;
    const std::vector<ActionId> order = by_place(flow);
    for (Diagnostic& finding : findings) {
        Subject& subject = finding.subject;
        subject.flow = flow.name;
        const Action* action = action_at(flow, order, finding.span.begin);
        if (!action) continue;
        subject.action = action->identifier;
        subject.type = action->type_name;
        append_way(subject.path, flow.node(action->node), finding.span.begin);
        if (!subject.path.empty()) continue;
        append_way(subject.path, flow.node(action->parameters), finding.span.begin);
        if (!subject.path.empty()) subject.path.insert(0, "Parameters.");
    }
}

}  // namespace flowc
