#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

#include "ir/placeholder.hpp"
#include "rules/rule.hpp"
#include "rules/wording.hpp"

namespace flowc::rules {

/// Whether a parameter takes one reference and nothing else.
constexpr bool wants_reference(const ParameterInfo& info) {
    return info.mode == ValueMode::reference || info.kind == ParameterKind::reference;
}

/// What a value is called in messages: by its key, or the item.
inline Part called(Node key) { return key ? Part(quote(key.text())) : Part("the item"); }

/// The text of a scalar that can be judged as it stands: not empty, no placeholder, no reference.
std::optional<std::string_view> literal(Node value);
/// The same for a parameter that need not be a reference.
inline std::optional<std::string_view> literal(const ParameterUse& use, const ParameterInfo& info) {
    if (use.form != ValueForm::fixed || wants_reference(info)) return std::nullopt;
    return use.value.text();
}

/// The whole of a decimal number.
std::optional<double> number(std::string_view text);

/// Whether a text is a whole number as people write it: digits, and perhaps a minus before them.
bool is_whole_number(std::string_view text);
/// How a whole number, of whatever length, stands to a bound.
std::strong_ordering compare_whole(std::string_view number, std::int64_t bound);
/// Whether a value is a whole number; a number of JSON may be written as `1.0` or `1e3`.
bool is_whole(Node value);

}  // namespace flowc::rules
