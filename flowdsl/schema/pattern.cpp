#include "flowdsl/schema/pattern.hpp"

#include <algorithm>
#include <vector>

#include "source/ascii.hpp"

namespace flowc::schema::pattern {
namespace {

// A path of keys and brackets behind `$`; a quoted key ends at the quote that `]` follows.
constexpr std::string_view path = R"(\$(?:\.?\[(?:'[^']*(?:'(?!\])[^']*)*'|"[^"]*(?:"(?!\])[^"]*)*"|[^\]'"][^\]]*)\])"
                                  R"(|\.(?:`[^`]*`|(?:[0-9A-Za-z_:@/-]|[^\u0000-\u007f])+))+)";

std::string in_any_case(std::string_view word) {
    std::string result;
    for (const char c : word) {
        if (!is_letter(c)) {
            result += escaped({&c, 1});
            continue;
        }
        const char upper = static_cast<char>(c & ~0x20);
        result.append({'[', upper, static_cast<char>(c | 0x20), ']'});
    }
    return result;
}

std::int64_t power(std::size_t exponent) {
    std::int64_t result = 1;
    while (exponent-- > 0) result *= 10;
    return result;
}

/// Numbers of the same length that differ from some digit on only: `1[5-9][0-9]`.
std::string same_length(const std::string& first, const std::string& last) {
    std::string result;
    std::size_t any = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (first[i] == last[i]) result += first[i];
        else if (first[i] == '0' && last[i] == '9') ++any;
        else result.append({'[', first[i], '-', last[i], ']'});
    }
    if (any > 0) result += "[0-9]";
    if (any > 1) result += "{" + std::to_string(any) + "}";
    return result;
}

std::string between(std::int64_t min, std::int64_t max) {
    std::vector<std::int64_t> ends{max};
    for (std::size_t i = 1; i < 18; ++i) {
        const std::int64_t nines = min - min % power(i) + power(i) - 1;
        if (nines >= max) break;
        ends.push_back(nines);
    }
    for (std::size_t i = 1; i < 18; ++i) {
        const std::int64_t before_zeros = (max + 1) - (max + 1) % power(i) - 1;
        if (before_zeros <= min) break;
        ends.push_back(before_zeros);
    }
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    std::string result;
    for (const std::int64_t end : ends) {
        if (!result.empty()) result += '|';
        result += same_length(std::to_string(min), std::to_string(end));
        min = end + 1;
    }
    return result;
}

}  // namespace

std::string name_to_fill_in() { return "^[0-9A-Z_]*_[0-9A-Z_]*$"; }

std::string placeholder() {
    return R"(<%[\s\S]*%>|\$\([\s\S]*\)|\$[A-Z_][0-9A-Z_]|#\{[\s\S]*\}|\[\[[\s\S]*\]\]|@@[\s\S]*@@|)"
           R"(<<[\s\S]*>>|\$\{[\s\S]*\}|\{\{[\s\S]*\}\}|\{%[\s\S]*%\}|%\{[\s\S]*\}|%[0-9A-Za-z_.-]{2,}%|#[A-Z_]{2,}#)"
           R"(|^(?:<[^<>/=]+>|\{[0-9A-Za-z_.-]+\}|__[\s\S]+__)$)";
}

std::string reference() { return "^" + std::string(path) + "$"; }

std::string with_reference() { return std::string(path); }

std::string either(std::initializer_list<std::string> patterns) {
    std::string result;
    for (const std::string& one : patterns) {
        if (one.empty()) continue;
        if (!result.empty()) result += '|';
        result += one;
    }
    return result;
}

std::string words_in_any_case(std::span<const std::string_view> words) {
    std::vector<std::string> seen;
    for (const std::string_view word : words) {
        std::string one = in_any_case(word);
        if (std::find(seen.begin(), seen.end(), one) == seen.end()) seen.push_back(std::move(one));
    }
    std::string result = "^(?:";
    for (const std::string& one : seen) result += (&one == seen.data() ? "" : "|") + one;
    return result + ")$";
}

std::string contains_in_any_case(std::string_view word) { return in_any_case(word); }

std::string escaped(std::string_view word) {
    std::string result;
    for (const char c : word) {
        if (std::string_view("^$\\.*+?()[]{}|").find(c) != std::string_view::npos) result += '\\';
        result += c;
    }
    return result;
}

std::string digits(std::int64_t min, std::optional<std::int64_t> max) {
    if (max) return between(min, *max);
    if (min == 0) return "[0-9]+";
    const std::size_t length = std::to_string(min).size();
    const std::string longer = "[1-9][0-9]{" + std::to_string(length) + ",}";
    return min == 1 ? "[1-9][0-9]*" : between(min, power(length) - 1) + "|" + longer;
}

std::string whole_number(std::optional<std::int64_t> min, std::optional<std::int64_t> max) {
    const std::string sign = min ? "" : max ? "-[0-9]+|" : "-?";
    return "^(?:" + sign + "0*(?:" + digits(min.value_or(0), max) + R"()(?:\.0*)?)$)";
}

}  // namespace flowc::schema::pattern
