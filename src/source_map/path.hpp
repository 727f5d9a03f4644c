#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// The notation of places in a document: `Actions[13].Parameters.Attributes['a b']`.
namespace flowc::source_map_detail {

void append_key(std::string& path, std::string_view key);
void append_index(std::string& path, std::size_t index);

/// The same path in the one notation that maps use; what cannot be read stands as the name that it looks like.
std::string canonical(std::string_view written);

/// The path of what encloses a canonical path; empty for the document.
std::string_view enclosing(std::string_view path);

/// The order of mappings: what encloses comes first, names by their bytes, list items by their numbers.
bool comes_before(std::string_view a, std::string_view b);

}  // namespace flowc::source_map_detail
