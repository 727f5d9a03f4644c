#pragma once

#include <vector>

#include "flowc/syntax.hpp"
#include "forms/surroundings.hpp"

namespace flowc {

/// A flow inside a document, and how it stands there.
struct FoundFlow {
    enum class Kind : std::uint8_t {
        text,       ///< a scalar
        joined,     ///< CloudFormation's `Fn::Join`, of several
        object,     ///< not as text, as the API wants it, but as a mapping
        encoded,    ///< Terraform's `${jsonencode(…)}`
        made_text,  ///< a mapping that CloudFormation's `Fn::ToJsonString` makes a text
        nothing     ///< there is none where one has to be
    };
    Kind kind;
    Node node;
    Surroundings around;
    bool is_content = false;  ///< it stands under the key `Content`
};

struct FoundFlows {
    std::vector<FoundFlow> flows;  ///< in the order of the document
    std::vector<Entry> renamed;    ///< names that a `Fn::Sub` of the document has for values of its own
    bool names_flows = false;      ///< there is a place for a flow, filled or not

    /// Whether there is a flow, or a place for one.
    bool any() const { return names_flows || !flows.empty(); }
    /// The same in the same tree, which has been moved to another place.
    FoundFlows in(const SyntaxTree& tree) const;
};

/// Looks through a document for the flows in it, wherever they stand.
FoundFlows search(Node root);

}  // namespace flowc
