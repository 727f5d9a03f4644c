#pragma once

#include <optional>
#include <string_view>

#include "ir/placeholder.hpp"
#include "rules/rule.hpp"

namespace flowc::rules {

/// Whether a parameter takes one reference and nothing else.
constexpr bool wants_reference(const ParameterInfo& info) {
    return info.mode == ValueMode::reference || info.kind == ParameterKind::reference;
}

/// The text of a scalar that can be judged as it stands: not empty, no placeholder, no reference.
std::optional<std::string_view> literal(Node value);
/// The same for a parameter that need not be a reference.
inline std::optional<std::string_view> literal(const ParameterUse& use, const ParameterInfo& info) {
    if (use.form != ValueForm::fixed || wants_reference(info)) return std::nullopt;
    return use.value.text();
}

/// The whole of a decimal number.
std::optional<double> number(std::string_view text);

}  // namespace flowc::rules
