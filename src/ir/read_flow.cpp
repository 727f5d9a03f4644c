#include "ir/read_flow.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "ir/identifiers.hpp"
#include "ir/parts.hpp"
#include "ir/placeholder.hpp"

namespace flowc {
namespace {

std::string_view word(Node node) { return node.is_string() ? node.text() : std::string_view{}; }

Span span_or(Node node, Span other) { return node ? node.span() : other; }

constexpr Keys<4> document_keys{"Metadata", "Settings", "Actions", "StartAction"};
constexpr Keys<3> metadata_keys{"name", "description", "type"};
constexpr Keys<4> action_keys{"Identifier", "Type", "Parameters", "Transitions"};
constexpr Keys<3> transitions_keys{"NextAction", "Conditions", "Errors"};
constexpr Keys<2> condition_keys{"NextAction", "Condition"};
constexpr Keys<2> operator_keys{"Operator", "Operands"};
constexpr Keys<2> error_keys{"NextAction", "ErrorType"};

/// Whether it can be an operator or an error: not empty, and nothing that a template fills in.
bool begins_as_word(std::string_view label) { return !label.empty() && label.front() >= 'A' && label.front() <= 'Z'; }

/// Reads actions with their branches, and sees on the way whether they are written as the Flow language has it.
class ActionReader {
  public:
    explicit ActionReader(Flow& flow) : flow_(flow) {}

    void read(Node node) {
        const Parts<action_keys> parts(node);
        const auto [identifier, type, parameters, transitions] = std::array{parts[0], parts[1], parts[2], parts[3]};
        Action& action = flow_.actions.emplace_back();
        action.node = node.id();
        action.span = node.span();
        action.identifier = word(identifier);
        action.identifier_span = span_or(identifier, node.span());
        action.type_name = word(type);
        action.type_span = span_or(type, node.span());
        if (const ActionInfo* row = find_action(action.type_name)) action.type = row->type;
        action.parameters = parameters.id();
        action.transitions = transitions.id();
        action.first_transition = static_cast<std::uint32_t>(flow_.transitions.size());
        regular_ = identifier.is_string() && !action.type_name.empty() && parameters.is_mapping() &&
                   transitions.is_mapping() && !parts.others();
        read_transitions(transitions);
        action.transition_count = static_cast<std::uint32_t>(flow_.transitions.size()) - action.first_transition;
        action.regular = regular_;
    }

  private:
    void read_transitions(Node transitions) {
        const Parts<transitions_keys> parts(transitions);
        if (const Node next = parts[0]) {
            Transition& transition = flow_.transitions.emplace_back();
            transition.target_name = word(next);
            transition.span = next.span();
            transition.node = next.id();
            regular_ = regular_ && next.is_string();
        }
        regular_ = regular_ && !parts.others();
        read_branches(parts[1], Transition::Kind::condition);
        read_branches(parts[2], Transition::Kind::error);
    }

    void read_branches(Node list, Transition::Kind kind) {
        if (!list.is_sequence()) {
            regular_ = regular_ && !list;
            return;
        }
        make_room(list);
        for (const Node branch : list.items()) {
            if (!branch.is_mapping()) {
                regular_ = false;
                continue;
            }
            Transition& transition = flow_.transitions.emplace_back();
            transition.kind = kind;
            transition.node = branch.id();
            if (kind == Transition::Kind::error) read_error(transition, branch);
            else read_condition(transition, branch);
            regular_ = regular_ && begins_as_word(transition.label);
        }
    }

    /// For a list as long as nobody writes it, which would double what was reserved before.
    void make_room(Node list) {
        constexpr std::size_t many = 1000;
        if (flow_.tree[list.id()].after - list.id() < many) return;
        std::vector<Transition>& all = flow_.transitions;
        const std::size_t branches = list.size();
        if (all.capacity() - all.size() >= branches) return;
        all.reserve(std::max(all.size() + branches, all.size() + all.size() / 2));
    }

    void read_error(Transition& transition, Node branch) {
        const Parts<error_keys> parts(branch);
        read_target(transition, parts[0], branch);
        transition.label = word(parts[1]);
        transition.label_span = span_or(parts[1], branch.span());
    }

    void read_condition(Transition& transition, Node branch) {
        const Parts<condition_keys> parts(branch);
        read_target(transition, parts[0], branch);
        const Node condition = parts[1];
        const Parts<operator_keys> inner(condition);
        transition.label = word(inner[0]);
        transition.label_span = span_or(inner[0], span_or(condition, branch.span()));
        transition.operands = inner[1].id();
        regular_ = regular_ && inner[1].is_sequence();
    }

    void read_target(Transition& transition, Node target, Node branch) {
        transition.target_name = word(target);
        transition.span = span_or(target, branch.span());
        regular_ = regular_ && target.is_string();
    }

    Flow& flow_;
    bool regular_ = false;  ///< the action that is being read, so far
};

FlowType type_of(Node type) {
    const std::string_view written = word(type);
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
    const Parts<document_keys> parts(root);
    const auto [metadata, settings, actions, start] = std::array{parts[0], parts[1], parts[2], parts[3]};
    const Parts<metadata_keys> told(metadata);
    const Node name = told[0];
    flow.name = word(name);
    flow.name_span = name.span();
    flow.description = word(told[1]);
    flow.type = type_of(told[2]);
    if (flow.type == FlowType::unknown) {
        flow.type = type;
        flow.type_source = TypeSource::caller;
    }
    flow.settings = settings.id();

    flow.is_open = has_placeholder(word(actions));
    if (const std::size_t count = actions.size(); count <= max_actions) {
        constexpr std::size_t branches_of_most = 4;
        flow.actions.reserve(count);
        flow.transitions.reserve(count * branches_of_most);
        ActionReader reader(flow);
        for (const Node action : actions.items()) {
            if (action.is_mapping()) reader.read(action);
            else flow.is_open = flow.is_open || has_placeholder(word(action));
        }
    }

    const Identifiers identifiers(flow.actions);
    for (Transition& transition : flow.transitions) transition.target = identifiers.find(transition.target_name);

    flow.start_name = word(start);
    flow.start_span = span_or(start, root.span());
    flow.start = identifiers.find(flow.start_name);
    return flow;
}

}  // namespace flowc
