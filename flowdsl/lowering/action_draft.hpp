#pragma once

#include <memory_resource>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "flowc/flow.hpp"
#include "flowdsl/document/known_flows.hpp"
#include "flowdsl/words/verb.hpp"

namespace flowc::dsl {

/// A place that a transition leads to before it is known which action stands there. Labels are equal where they
/// mean the same place, by whatever words.
struct Label {
    std::uint32_t id = ~std::uint32_t{0};
    Span word{};  ///< what leads there, where somebody wrote it
    friend constexpr bool operator==(Label a, Label b) { return a.id == b.id; }
};
inline constexpr Label unset{};
inline constexpr Label no_branch{unset.id - 1};  ///< `none`: write no branch

/// What leads to a list of steps: the first of them.
inline Span first_word(Node list) { return list.size() == 0 ? list.span() : (*list.items().begin()).span(); }

struct Edge {
    Transition::Kind kind;
    std::string_view label;  ///< operator or error type
    NodeId operands = no_node;
    Label target = unset;
    Span label_span;  ///< the word that stands for the operand or the error
};

/// An action while its flow is being lowered: what it will be, and what it does to the names that
/// texts may use.
struct ActionDraft {
    /// Its lists take their room from `memory`, which outlives it.
    explicit ActionDraft(std::pmr::memory_resource& memory)
        : edges(&memory), attributes(&memory), flow_attributes(&memory), fields(&memory), reads(&memory) {}

    ActionType type = ActionType::unknown;
    std::string_view type_name;  ///< for a type that the catalogue does not know
    std::string_view identifier;
    Span span;               ///< the step it comes from
    Span type_span;          ///< the step's verb
    Span identifier_span;    ///< the step's `id`, or its verb
    UseId use = no_use;      ///< the use of a definition that it comes from
    std::string_view verb;   ///< the verb that wrote it; empty for the shared exits
    std::string_view place;  ///< for messages: the block or head it stands in
    std::uint32_t group = 0;
    std::uint32_t step = 0;  ///< which step it comes from; the actions of one step share the number
    std::optional<Point> at;
    NodeId parameters = no_node;
    Label next = unset;
    std::pmr::vector<Edge> edges;
    bool faulty = false;          ///< its step was reported, so what it would have done is not known
    bool dropped = false;         ///< left out; whoever leads here goes on to `next`
    ActionId action = no_action;  ///< what it has become in the graph; no_action: nothing yet

    std::pmr::vector<std::string_view> attributes;       ///< contact attributes it writes
    std::pmr::vector<std::string_view> flow_attributes;  ///< flow attributes it writes
    bool replaces_external = false;                      ///< a Lambda call
    std::pmr::set<std::string_view> fields;              ///< the fields of its answer that texts may use
    std::pmr::vector<std::string_view> reads;            ///< what else it gives, by its whole name: `case.status`
    bool takes_returns = false;                          ///< its step may list more of them in `returns`
    bool maps = false;                                   ///< its answer maps names to resources
    bool stores_input = false;
    bool encrypts_input = false;  ///< what it stores is ciphertext
    bool copies_names = false;    ///< its attributes hold what the mapping Lambda has answered
    bool sets_language = false;
    bool foreign_language = false;  ///< to one that is known and not English
    KnownFlows::Flow module;        ///< the module of the project that it invokes; nothing where none is known
};

}  // namespace flowc::dsl
