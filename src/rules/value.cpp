#include "rules/value.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "source/ascii.hpp"

namespace flowc::rules {

std::optional<std::string_view> literal(Node value) {
    if (value_form(value) != ValueForm::fixed) return std::nullopt;
    return value.text();
}

std::optional<double> number(std::string_view text) {
    double result = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(result)) return std::nullopt;
    return result;
}

bool is_whole_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::strong_ordering compare_whole(std::string_view number, std::int64_t bound) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error == std::errc{}) return value <=> bound;
    return number.starts_with('-') ? std::strong_ordering::less : std::strong_ordering::greater;
}

bool is_whole(Node value) {
    if (value.kind() != NodeKind::number) return is_whole_number(value.text());
    const auto written = number(value.text());
    return written && *written == std::floor(*written);
}

}  // namespace flowc::rules
