#pragma once

#include <string>
#include <string_view>

#include "flowc/compile.hpp"

namespace flowc::dsl {

/// By the name alone: `*.flow.yaml`.
bool named_as_dsl(std::string_view name);
/// Whether a text is to be read as JSON: by its name, else by its first character.
bool looks_like_json(std::string_view name, std::string_view text);
Form form_of_yaml(const SyntaxTree& tree);
/// What a text that is no JSON was probably meant to be.
Form form_of_broken_json(std::string_view text);
/// What to tell someone whose file has a form that is not checked.
std::string unsupported(Form form);

}  // namespace flowc::dsl
