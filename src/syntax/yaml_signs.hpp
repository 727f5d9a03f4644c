#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "syntax/yaml_problem.hpp"

/// Colons and dashes that stand where they mean nothing, or are missing: the slips of who writes YAML seldom. Each looks at the
/// line of an error and at those above, once.
namespace flowc {

/// A colon at `place` that makes no key.
YamlProblem colon_out_of_place(std::string_view text, std::size_t place);

/// A line, from `begin` on, that has neither a colon nor a dash; libyaml noticed it at `noticed`.
YamlProblem line_without_sign(std::string_view text, std::size_t begin, std::size_t noticed);

/// A key at `place`, below a text that should have been one, such as `hours Office`.
std::optional<YamlProblem> sign_left_out_above(std::string_view text, std::size_t place);

/// An entry of a list at `place`, below one such as `-say: Hello`.
std::optional<YamlProblem> blank_left_out_behind_dash(std::string_view text, std::size_t place);

}  // namespace flowc
