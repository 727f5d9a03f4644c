#pragma once

#include <vector>

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

namespace flowc::dsl {

/// What the author of a flow called the parameters of its actions, which checks of the graph call by the service's names.
class WrittenNames {
  public:
    explicit WrittenNames(Node document) : document_(document) {}

    /// Puts the author's key in the place of the parameter that a finding speaks of.
    void reword(Diagnostic& item);

  private:
    void read(Node node, NodeId key);
    /// The last node that begins at or before a place.
    NodeId at(Span place) const;

    struct Written {
        NodeId key = no_node;  ///< of the innermost entry that holds it
        bool is_key = false;
    };
    Node document_;
    std::vector<Written> written_;  ///< of each node of the document; empty until somebody asks
};

}  // namespace flowc::dsl
