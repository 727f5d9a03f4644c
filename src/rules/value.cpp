#include "rules/value.hpp"

#include <charconv>

#include "ir/placeholder.hpp"
#include "ir/reference.hpp"

namespace flowc::rules {

std::optional<std::string_view> literal(Node value) {
    if (!value.is_scalar() || value.kind() == NodeKind::null) return std::nullopt;
    const std::string_view text = value.text();
    if (text.empty() || has_placeholder(text) || references_in(text) != References::none) return std::nullopt;
    return text;
}

std::optional<std::string_view> literal(const ParameterUse& use) {
    if (!use.info || use.info->mode == ValueMode::reference || use.info->kind == ParameterKind::reference) {
        return std::nullopt;
    }
    return literal(use.value);
}

bool is_opaque(Node value) { return value.is_string() && has_placeholder(value.text()); }

std::optional<double> number(std::string_view text) {
    double result = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return result;
}

}  // namespace flowc::rules
