#include "ir/read_flow.hpp"

#include <charconv>
#include <unordered_map>

namespace flowc {
namespace {

using Identifiers = std::unordered_map<std::string_view, ActionId>;

std::string_view word(Node node) { return node.is_string() ? node.text() : std::string_view{}; }

Span span_or(Node node, Span other) { return node ? node.span() : other; }

void add_branch(Flow& flow, Node branch, Transition::Kind kind) {
    const Node target = branch.find("NextAction");
    Transition transition;
    transition.kind = kind;
    transition.target_name = word(target);
    transition.span = span_or(target, branch.span());
    transition.node = branch.id();
    if (kind == Transition::Kind::error) {
        const Node label = branch.find("ErrorType");
        transition.label = word(label);
        transition.label_span = span_or(label, branch.span());
    } else {
        const Node condition = branch.find("Condition");
        const Node label = condition.find("Operator");
        transition.label = word(label);
        transition.label_span = span_or(label, span_or(condition, branch.span()));
        transition.operands = condition.find("Operands").id();
    }
    flow.transitions.push_back(transition);
}

void add_transitions(Flow& flow, Action& action, Node transitions) {
    action.first_transition = static_cast<std::uint32_t>(flow.transitions.size());
    if (const Node next = transitions.find("NextAction")) {
        Transition transition;
        transition.target_name = word(next);
        transition.span = next.span();
        transition.node = next.id();
        flow.transitions.push_back(transition);
    }
    for (const Node branch : transitions.find("Conditions").items()) {
        if (branch.is_mapping()) add_branch(flow, branch, Transition::Kind::condition);
    }
    for (const Node branch : transitions.find("Errors").items()) {
        if (branch.is_mapping()) add_branch(flow, branch, Transition::Kind::error);
    }
    action.transition_count = static_cast<std::uint32_t>(flow.transitions.size()) - action.first_transition;
}

void add_action(Flow& flow, Node node) {
    const Node identifier = node.find("Identifier");
    const Node type = node.find("Type");
    Action action;
    action.node = node.id();
    action.span = node.span();
    action.identifier = word(identifier);
    action.identifier_span = span_or(identifier, node.span());
    action.type_name = word(type);
    action.type_span = span_or(type, node.span());
    if (const ActionInfo* row = find_action(action.type_name)) action.type = row->type;
    action.parameters = node.find("Parameters").id();
    const Node transitions = node.find("Transitions");
    action.transitions = transitions.id();
    add_transitions(flow, action, transitions);
    flow.actions.push_back(action);
}

std::optional<std::int32_t> pixels(Node number) {
    double value = 0;
    const std::string_view text = number.text();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < -1e9 || value > 1e9) return std::nullopt;
    return static_cast<std::int32_t>(value);
}

/// The places that the console's metadata gives, in either spelling of its keys.
void read_positions(Flow& flow, Node metadata, const Identifiers& identifiers) {
    Node places = metadata.find("ActionMetadata");
    if (!places) places = metadata.find("actionMetadata");
    for (const auto [key, value] : places.entries()) {
        const auto found = identifiers.find(key.text());
        if (found == identifiers.end()) continue;
        Node position = value.find("position");
        if (!position) position = value.find("Position");
        Node x = position.find("x");
        if (!x) x = position.find("X");
        Node y = position.find("y");
        if (!y) y = position.find("Y");
        const std::optional<std::int32_t> left = pixels(x);
        const std::optional<std::int32_t> top = pixels(y);
        if (!left || !top) continue;
        if (flow.positions.empty()) flow.positions.resize(flow.actions.size());
        flow.positions[found->second] = Point{*left, *top};
    }
}

FlowType type_of(Node metadata) {
    const std::string_view written = word(metadata.find("type"));
    if (written.empty()) return FlowType::unknown;
    for (const FlowTypeInfo& known : flow_types()) {
        if (written == known.console || written == known.api) return known.type;
    }
    return FlowType::unknown;
}

}  // namespace

Flow read_flow(SyntaxTree tree, NodeId document, FlowType type) {
    Flow flow;
    flow.tree = std::move(tree);
    flow.document = document;
    const Node root = flow.node(document);
    const Node metadata = root.find("Metadata");
    const Node name = metadata.find("name");
    flow.name = word(name);
    flow.name_span = name.span();
    flow.description = word(metadata.find("description"));
    flow.type = type_of(metadata);
    if (flow.type == FlowType::unknown) flow.type = type;
    flow.settings = root.find("Settings").id();

    for (const Node action : root.find("Actions").items()) {
        if (action.is_mapping()) add_action(flow, action);
    }

    Identifiers identifiers;
    identifiers.reserve(flow.actions.size());
    for (ActionId id = 0; id < flow.actions.size(); ++id) {
        if (!flow.actions[id].identifier.empty()) identifiers.emplace(flow.actions[id].identifier, id);
    }
    const auto resolve = [&](std::string_view target) {
        const auto found = identifiers.find(target);
        return found == identifiers.end() ? no_action : found->second;
    };
    for (Transition& transition : flow.transitions) transition.target = resolve(transition.target_name);

    const Node start = root.find("StartAction");
    flow.start_name = word(start);
    flow.start_span = span_or(start, root.span());
    flow.start = resolve(flow.start_name);
    read_positions(flow, metadata, identifiers);
    return flow;
}

}  // namespace flowc
