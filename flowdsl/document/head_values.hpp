#pragma once

#include <optional>

#include "flowc/catalogue.hpp"
#include "flowdsl/words/document_keys.hpp"

/// What the values of a document's keys have to be; each reports what is wrong at the narrowest place.
namespace flowc::dsl {

/// One of the language's words for a type of flow; a module's is none.
std::optional<FlowType> read_flow_type(Node node, Diagnostics& diagnostics);
/// What `${name}` stands for is a text.
void check_vars(Entry vars, DocumentKeys& keys);
/// A target, or a map of verbs and targets.
void check_on_error(Entry on_error, DocumentKeys& keys);
/// The sentences of generated prompts.
void check_words(Entry words, DocumentKeys& keys);
/// Names of the language's own form, with lists of steps.
void check_blocks(Node blocks, Diagnostics& diagnostics);

}  // namespace flowc::dsl
