#pragma once

#include <string_view>
#include <vector>

#include "flowdsl/lowering/action_draft.hpp"
#include "flowdsl/words/text_template.hpp"

namespace flowc::dsl {

/// A text that holds `{name}`: resolved once it is known which names reach its action.
struct TextUse {
    NodeId node;
    const ActionDraft* draft;
    std::vector<TextPart> parts;
    Span span;
};

/// A resource's name that the mapping Lambda binds when the call runs (`external`, `attributes`).
struct BoundName {
    NodeId node;
    const ActionDraft* draft;
    ResourceKind kind;
    std::string_view name;
    Span span;
};

/// A step that goes on in another flow of the project, which says in its `inputs` what it expects.
struct HandOver {
    const ActionDraft* draft;
    KnownFlows::Flow flow;
    Span span;
};

}  // namespace flowc::dsl
