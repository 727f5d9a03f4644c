#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "flowc/catalogue.hpp"
#include "flowc/contract.hpp"
#include "flowc/export.hpp"
#include "flowc/syntax.hpp"

namespace FLOWC_PUBLIC flowc {

using ActionId = std::uint32_t;
inline constexpr ActionId no_action = std::numeric_limits<ActionId>::max();

using UseId = std::uint32_t;
inline constexpr UseId no_use = std::numeric_limits<UseId>::max();

/// One `use` of a definition in a compiled flow: what it became stands in the text of the definition.
struct Use {
    Span definition;       ///< the document that defines
    Span step;             ///< the word `use`
    UseId outer = no_use;  ///< the use whose definition holds this one
};

/// One edge out of an action.
struct Transition {
    enum class Kind : std::uint8_t { next, condition, error };
    Kind kind = Kind::next;
    ActionId target = no_action;   ///< no_action: dangling, empty or missing
    std::string_view target_name;  ///< the identifier as written
    /// A condition's operator, or an error's type.
    std::string_view label;
    Span span;                  ///< the word that names the target; where nobody wrote one, the action's type
    Span label_span;            ///< the operator or the error type, or the word that stands for it in a compiled flow
    NodeId operands = no_node;  ///< a condition's operand list
    NodeId node = no_node;      ///< the whole branch in a document; no_node in compiled flows
};

struct Action {
    ActionType type = ActionType::unknown;
    std::string_view identifier;
    std::string_view type_name;
    Span identifier_span;
    Span type_span;
    Span span;  ///< the whole action, or the step it was compiled from
    NodeId parameters = no_node;
    NodeId transitions = no_node;  ///< the Transitions mapping in a document; no_node in compiled flows
    NodeId node = no_node;         ///< the action's mapping in a document; no_node in compiled flows
    UseId use = no_use;            ///< the innermost one that it was compiled from
    std::uint32_t first_transition = 0;
    std::uint32_t transition_count = 0;
    /// Read from a document where each of its parts and branches is there, of the right JSON type, and named by a word.
    bool regular = false;
};

/// The place of an action in the designer, in pixels.
struct Point {
    std::int32_t x = 0;
    std::int32_t y = 0;
    friend constexpr bool operator==(Point, Point) = default;
};

/// Who says of what type a flow is; without a meaning where the type is unknown.
enum class TypeSource : std::uint8_t {
    file,    ///< the flow's own text, or what is around it in its file
    caller,  ///< whoever had it checked
    actions  ///< nobody: it was told by actions that stand in no other type
};

/// A flow as a graph: what every check, emitter and simulator works on, whether it was compiled or
/// read from JSON. Ids are dense positions in the vectors; an action's transitions are one
/// consecutive run, in the order they are tried: next, conditions, errors as written.
/// Texts are views into the `Sources` it was read from or into `tree`.
struct Flow {
    std::string name;
    std::string description;
    FlowType type = FlowType::unknown;
    Contract contract;  ///< of a module that was compiled
    TypeSource type_source = TypeSource::file;
    bool is_template = false;   ///< what is around it in its file fills in its placeholders
    bool is_open = false;       ///< a template puts in actions that cannot be seen yet
    SyntaxTree tree;            ///< parameters and operands; for a flow read from JSON the whole document
    NodeId document = no_node;  ///< root mapping of a flow read from JSON; no_node in compiled flows
    NodeId settings = no_node;
    Span name_span;
    Span start_span;
    std::string_view start_name;
    ActionId start = no_action;
    std::vector<Action> actions;
    std::vector<Transition> transitions;
    std::vector<Use> uses;  ///< of definitions, in a compiled flow
    /// Fixed places; empty, or one an action. Those of a document's metadata are read when it is laid out.
    std::vector<std::optional<Point>> positions;
    std::vector<std::uint32_t> groups;  ///< the block of each action, for layout; empty: all in one

    std::span<const Transition> transitions_of(const Action& action) const {
        return {transitions.data() + action.first_transition, action.transition_count};
    }
    /// Those of one kind, which stand together.
    std::span<const Transition> transitions_of(const Action& action, Transition::Kind kind) const {
        const std::span<const Transition> all = transitions_of(action);
        std::size_t begin = 0;
        while (begin < all.size() && all[begin].kind < kind) ++begin;
        std::size_t end = begin;
        while (end < all.size() && all[end].kind == kind) ++end;
        return all.subspan(begin, end - begin);
    }
    Node node(NodeId id) const { return tree.node(id); }
};

}  // namespace flowc
