#pragma once

#include <string_view>

#include "flowc/compile.hpp"

namespace flowc::dsl {

/// By the name alone: `*.flow.yaml`.
bool named_as_dsl(std::string_view name);
/// By the name alone: `flowc.yaml`, whose `defaults` are those of flows, and which is none.
bool named_as_project(std::string_view name);
bool named_as_yaml(std::string_view name);
/// By the name alone: a text that something fills in before it is JSON, such as `*.tftpl`.
bool named_as_template(std::string_view name);
/// Whether a text is to be read as JSON: by its name, else by its first character.
bool looks_like_json(std::string_view name, std::string_view text);
/// Whether the first document of a YAML text that is a mapping has the keys of the flow language.
bool has_dsl_keys(const SyntaxTree& tree);

}  // namespace flowc::dsl
