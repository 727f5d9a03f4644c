#pragma once

#include <string_view>
#include <vector>

#include "flowc/catalogue.hpp"
#include "flowc/compile.hpp"
#include "flowdsl/document/definition.hpp"

namespace flowc::dsl {

/// A head key that runs as a step before `start`: `logging`, `voice`, `language`, `record`, `hooks`.
struct HeadStep {
    Node key;
    Node value;
};

/// The sentences that generated prompts are made of, where the author gave others than English.
struct Words {
    Node node;
    bool faulty = false;  ///< was reported
    Node find(std::string_view key) const { return node.find(key); }
};

/// A flow or module document: its own head with the defaults that hold for it filled in.
struct FlowHead {
    Node document;
    bool is_module = false;
    std::string_view name;
    Span name_span;
    std::string_view description;
    FlowType type = FlowType::contact_flow;
    std::vector<Node> inputs;
    Contract contract;            ///< a module's
    std::vector<HeadStep> steps;  ///< in the order in which they run
    Node vars;                    ///< what `${name}` stands for in the definitions that it uses
    Node on_error;
    Words words;
    std::string_view language;  ///< the locale of the head's `language`; empty: none
    Binding binding;
    const Definitions* definitions = nullptr;
    bool lacks_definitions = false;  ///< a file that may hold some could not be included, which was reported
    Node start;
    Span start_key;
    Node blocks;
};

}  // namespace flowc::dsl
