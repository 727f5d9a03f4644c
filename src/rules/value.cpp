#include "rules/value.hpp"

#include <charconv>

namespace flowc::rules {

std::optional<std::string_view> literal(Node value) {
    if (value_form(value) != ValueForm::fixed) return std::nullopt;
    return value.text();
}

std::optional<double> number(std::string_view text) {
    double result = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return result;
}

}  // namespace flowc::rules
