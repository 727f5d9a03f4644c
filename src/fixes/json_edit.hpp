#pragma once

#include <string>
#include <string_view>

#include "flowc/diagnostic.hpp"
#include "flowc/syntax.hpp"

/// Edits of a JSON text, built from its syntax tree. Each leaves a text that is JSON again, when the text was.
namespace flowc::fixes {

/// A text as a JSON string, with its quotes.
std::string json_string(std::string_view text);

/// Puts `json` in the place of a key or of a value.
Edit replace(Node node, std::string json);
/// The same, with a text as a JSON string.
inline Edit write_text(Node node, std::string_view text) { return replace(node, json_string(text)); }

/// Takes an item out of a sequence, or the entry of a key out of a mapping, with the comma that it needs no more.
Edit remove(Node collection, Node child);

/// Puts an entry into a mapping that is not empty, in the way that its neighbours are written: line ends, indentation,
/// blanks. Without `key` it comes first, else behind the entry of that key.
Edit insert_first(const SourceFile& file, Node mapping, std::string_view name, std::string_view json);
Edit insert_behind(const SourceFile& file, Node mapping, Node key, std::string_view name, std::string_view json);
/// Puts an entry into a mapping behind its last one, or as its only one.
Edit append(const SourceFile& file, Node mapping, std::string_view name, std::string_view json);
/// Puts an item into a sequence behind its last one, or as its only one.
Edit append(const SourceFile& file, Node sequence, std::string_view json);

}  // namespace flowc::fixes
