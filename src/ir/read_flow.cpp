#include "ir/read_flow.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "ir/identifiers.hpp"
#include "ir/placeholder.hpp"
#include "source/ascii.hpp"

namespace flowc {
namespace {

std::string_view word(Node node) { return node.is_string() ? node.text() : std::string_view{}; }

Span span_or(Node node, Span other) { return node ? node.span() : other; }

/// The values of a mapping under some keys, found in one walk; of a key that stands twice the first. The keys are known to
/// the compiler, which compares with them in place.
template <const auto& keys>
class Parts {
  public:
    explicit Parts(Node mapping) {
        for (const auto [key, value] : mapping.entries()) {
            const std::size_t at = place_of(key.text(), std::make_index_sequence<count>());
            if (at == count || values_[at]) others_ = true;
            else values_[at] = value;
        }
    }

    Node operator[](std::size_t at) const { return values_[at]; }
    /// Whether there is any other key, or one twice.
    bool others() const { return others_; }

  private:
    static constexpr std::size_t count = keys.size();

    template <std::size_t... places>
    static std::size_t place_of(std::string_view key, std::index_sequence<places...>) {
        std::size_t at = count;
        static_cast<void>(((key == keys[places] ? (at = places, true) : false) || ...));
        return at;
    }

    std::array<Node, count> values_;
    bool others_ = false;
};

template <std::size_t count>
using Keys = std::array<std::string_view, count>;

constexpr Keys<4> action_keys{"Identifier", "Type", "Parameters", "Transitions"};
constexpr Keys<3> transitions_keys{"NextAction", "Conditions", "Errors"};
constexpr Keys<2> condition_keys{"NextAction", "Condition"};
constexpr Keys<2> operator_keys{"Operator", "Operands"};
constexpr Keys<2> error_keys{"NextAction", "ErrorType"};
constexpr Keys<2> place_keys{"position", "Position"};
constexpr Keys<4> position_keys{"x", "X", "y", "Y"};

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
        regular_ =
            identifier.is_string() && !action.type_name.empty() && parameters.is_mapping() && transitions.is_mapping() &&
            !parts.others();
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
        if (list && !list.is_sequence()) regular_ = false;
        make_room(list.size());
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
    void make_room(std::size_t branches) {
        constexpr std::size_t many = 1000;
        std::vector<Transition>& all = flow_.transitions;
        if (branches < many || all.capacity() - all.size() >= branches) return;
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

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<std::int32_t> pixels(Node node) {
    constexpr std::int32_t farthest = 1'000'000'000;
    const std::string_view text = node.text();
    std::int32_t whole = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
    if (error == std::errc{} && whole > -farthest && whole < farthest) {
        // Dragging leaves fractions, which are cut off; one that begins with a 9 may be the next whole number in a double.
        const std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
        if (rest.empty() || (rest.size() > 1 && rest[0] == '.' && rest[1] != '9' &&
                             std::all_of(rest.begin() + 1, rest.end(), is_digit)))
            return whole;
    }
    const auto value = number(text);
    if (!value || *value < -farthest || *value > farthest) return std::nullopt;
    return static_cast<std::int32_t>(*value);
}

/// The places that the console's metadata gives, in either spelling of its keys.
void read_positions(Flow& flow, Node metadata, const Identifiers& identifiers) {
    Node places = metadata.find("ActionMetadata");
    if (!places) places = metadata.find("actionMetadata");
    for (const auto [key, value] : places.entries()) {
        const ActionId action = identifiers.find(key.text());
        if (action == no_action) continue;
        const Parts<place_keys> place(value);
        const Parts<position_keys> position(place[0] ? place[0] : place[1]);
        const std::optional<std::int32_t> left = pixels(position[0] ? position[0] : position[1]);
        const std::optional<std::int32_t> top = pixels(position[2] ? position[2] : position[3]);
        if (!left || !top) continue;
        if (flow.positions.empty()) flow.positions.resize(flow.actions.size());
        flow.positions[action] = Point{*left, *top};
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
    if (flow.type == FlowType::unknown) {
        flow.type = type;
        flow.type_source = TypeSource::caller;
    }
    flow.settings = root.find("Settings").id();

    const Node actions = root.find("Actions");
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

    const Node start = root.find("StartAction");
    flow.start_name = word(start);
    flow.start_span = span_or(start, root.span());
    flow.start = identifiers.find(flow.start_name);
    read_positions(flow, metadata, identifiers);
    return flow;
}

}  // namespace flowc
