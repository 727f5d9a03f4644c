#include "flowdsl/words/scalar.hpp"

#include <charconv>
#include <string>

#include "source/ascii.hpp"

namespace flowc::dsl {

std::optional<long> parse_number(std::string_view text) {
    if (text.starts_with('+')) {
        text.remove_prefix(1);
        if (text.starts_with('-')) return std::nullopt;
    }
    long value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool is_json_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    if (text.empty() || (text.size() > 1 && text[0] == '0' && text[1] != '.')) return false;
    std::size_t i = 0;
    const auto digits = [&] {
        const std::size_t first = i;
        while (i < text.size() && text[i] >= '0' && text[i] <= '9') ++i;
        return i > first;
    };
    if (!digits()) return false;
    if (i < text.size() && text[i] == '.' && (++i, !digits())) return false;
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
        if (!digits()) return false;
    }
    return i == text.size();
}

std::optional<long> parse_duration(std::string_view text) {
    if (text.empty()) return std::nullopt;
    long factor = 0;
    switch (text.back()) {
        case 's': factor = 1; break;
        case 'm': factor = 60; break;
        case 'h': factor = 3600; break;
        case 'd': factor = 86400; break;
        default: return std::nullopt;
    }
    text.remove_suffix(1);
    const auto count = parse_number(text);
    constexpr long too_long = 100'000'000;
    if (!count || *count > too_long || *count < -too_long) return std::nullopt;
    return *count * factor;
}

std::string duration_text(long seconds) {
    if (seconds != 0 && seconds % 86400 == 0) return std::to_string(seconds / 86400) + "d";
    if (seconds != 0 && seconds % 3600 == 0) return std::to_string(seconds / 3600) + "h";
    if (seconds != 0 && seconds % 60 == 0) return std::to_string(seconds / 60) + "m";
    return std::to_string(seconds) + "s";
}

std::optional<long> parse_percent(std::string_view text) {
    if (!text.ends_with('%')) return std::nullopt;
    text.remove_suffix(1);
    return parse_number(text);
}

std::optional<bool> parse_switch(std::string_view text) {
    std::string lower;
    for (const char c : text) lower.push_back(lower_case(c));
    if (lower == "on" || lower == "yes" || lower == "true") return true;
    if (lower == "off" || lower == "no" || lower == "false") return false;
    return std::nullopt;
}

}  // namespace flowc::dsl
