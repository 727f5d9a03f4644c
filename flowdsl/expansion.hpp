#pragma once

#include <span>
#include <vector>

#include "flowc/flow.hpp"
#include "flowdsl/definition.hpp"

namespace flowc::dsl {

/// One `use` of a definition: the steps with the arguments in place. Every copied node keeps the span
/// of what it was copied from, so that findings lead to the definition or to the argument.
struct Expansion {
    Node steps;
    Node blocks;
    /// The nodes that stand where a parameter stood: what they name is the user's, not the definition's.
    std::vector<NodeId> arguments;
};

/// Copies the definition's steps and blocks into `tree`. Where a scalar is wholly `${p}`, the argument takes its
/// place with all its structure; inside a longer text its words do.
Expansion expand(const Definition& definition, Node with, SyntaxTree& tree, Diagnostics& diagnostics);

/// Adds the place of the `use` to all that has been reported inside a definition.
void label_uses(std::span<const Use> uses, Diagnostics& diagnostics);

}  // namespace flowc::dsl
