#pragma once

#include <functional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "flowc/flow.hpp"
#include "flowdsl/document/definition.hpp"
#include "forms/text_places.hpp"

namespace flowc::dsl {

/// One `use` of a definition: the steps with the arguments in place. Every copied node keeps the span
/// of what it was copied from, so that findings lead to the definition or to the argument.
struct Expansion {
    Node steps;
    Node blocks;
    std::size_t size = 0;  ///< about how many bytes were copied
    /// Arguments that are no texts, and the first text that each of them should have been a part of.
    std::vector<std::pair<Node, Span>> misplaced{};
    std::vector<NodeId> named{};  ///< the mappings with keys that hold arguments, in order
};

/// For each node of the tree that definitions are copied into, the use in whose `with` it was written: what it names is
/// named there, however far it is handed on. `no_use`: it is the definition's own.
using Writers = std::vector<UseId>;

/// What a name that is no parameter stands for; it stands at `begin` of a text.
using ValueOf = std::function<std::string_view(std::string_view name, TextPlaces& text, std::size_t begin)>;

/// The arguments of a `use`.
struct Arguments {
    const Sources& sources;
    ValueOf value_of{};
    UseId use = no_use;
    UseId step = no_use;                                  ///< the use in whose `with` the step itself was written
    std::unordered_map<std::string_view, Node> values{};  ///< by the parameters' names
};

/// Reports what `with` says of parameters that the definition does not have.
void check_arguments(const Definition& definition, Node with, Diagnostics& diagnostics);

/// Copies the definition's steps and blocks into `tree`. Where a scalar is wholly `${p}`, the argument takes its
/// place with all its structure; inside a longer text its words do. `arguments` has one for each parameter. Whoever
/// gets more than `most` bytes has got nothing that can be used.
Expansion expand(const Definition& definition, const Arguments& arguments, std::size_t most, SyntaxTree& tree,
                 Writers& writers);

}  // namespace flowc::dsl
