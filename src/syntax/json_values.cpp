#include "syntax/json_values.hpp"

#include <algorithm>
#include <cstdint>

#include "diagnostics/suggest.hpp"
#include "source/ascii.hpp"
#include "source/byte_set.hpp"
#include "source/utf8.hpp"

namespace flowc::json {

namespace {

int hex_value(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// The four digits behind `\u`, or -1.
std::int32_t hex4(std::string_view digits) {
    if (digits.size() < 4) return -1;
    std::int32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const int digit = hex_value(digits[i]);
        if (digit < 0) return -1;
        value = value * 16 + digit;
    }
    return value;
}

bool is_high(std::int32_t code) { return code >= 0xD800 && code <= 0xDBFF; }
bool is_low(std::int32_t code) { return code >= 0xDC00 && code <= 0xDFFF; }

std::string describe_control(char c) {
    if (c == '\n' || c == '\r') return "line break inside a text; write `\\n`, or close the quote";
    if (c == '\t') return "tab inside a text; write `\\t`";
    return "control character " + quote({&c, 1}) + " inside a text; remove it or write it as an escape";
}

}  // namespace

ValueFault decode_escape(std::string_view inside, std::size_t& at, std::string& out) {
    const std::size_t begin = at;
    const char letter = at + 1 < inside.size() ? inside[at + 1] : '\0';
    if (const char plain = simple_escape(letter)) {
        out += plain;
        at += 2;
        return {};
    }
    if (letter != 'u') {
        const std::size_t size = at + 1 < inside.size() ? utf8::decode(inside.substr(at + 1)).size : 0;
        const std::string found = quote(inside.substr(begin, 1 + size));
        std::string cure = letter == '\'' ? "write `'` without a backslash" : "write `\\\\` for a backslash";
        return {found + " is no escape of JSON; " + cure, begin, begin + 1 + size};
    }
    const std::int32_t first = hex4(inside.substr(at + 2));
    if (first < 0) return {"`\\u` wants four hexadecimal digits", begin, begin + 2};
    if (is_low(first)) {
        return {"surrogate " + quote(inside.substr(begin, 6)) + " stands alone; a character is half missing", begin,
                begin + 6};
    }
    at += 6;
    auto code = static_cast<char32_t>(first);
    if (is_high(first)) {
        const bool followed = inside.substr(at, 2) == "\\u";
        const std::int32_t second = followed ? hex4(inside.substr(at + 2)) : -1;
        if (!is_low(second)) {
            return {"surrogate " + quote(inside.substr(begin, 6)) + " stands alone; a character is half missing", begin,
                    begin + 6};
        }
        code = 0x10000u + (static_cast<char32_t>(first - 0xD800) << 10) + static_cast<char32_t>(second - 0xDC00);
        at += 6;
    }
    char bytes[4];
    out.append(bytes, static_cast<std::size_t>(utf8::encode(code, bytes) - bytes));
    return {};
}

bool is_number(std::string_view text) {
    std::size_t at = 0;
    const auto digits = [&] {
        const std::size_t begin = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        return at > begin;
    };
    if (at < text.size() && text[at] == '-') ++at;
    if (at < text.size() && text[at] == '0') {
        ++at;
    } else if (!digits()) {
        return false;
    }
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (!digits()) return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
        if (!digits()) return false;
    }
    return at == text.size() && at > 0;
}

ValueFault number_fault(std::string_view text) {
    const std::string found = quote(text);
    const auto all = [&](std::string_view why) -> ValueFault {
        return {found + " is no JSON number; " + std::string(why), 0, text.size()};
    };
    std::string_view digits = text;
    if (digits.front() == '+') return all("leave out the `+`");
    if (digits.front() == '-') digits.remove_prefix(1);
    if (digits.empty()) return all("a digit is missing behind the `-`");
    if (digits.front() == '.') return all("write a digit before the point");
    if (digits.size() > 1 && digits.front() == '0' && is_digit(digits[1])) {
        return all("leave out the leading zeros, or put it in double quotes");
    }
    if (digits.substr(0, 2) == "0x" || digits.substr(0, 2) == "0X") return all("write it in decimal digits");
    const std::size_t odd = digits.find_first_not_of("0123456789.eE+-");
    if (odd != std::string_view::npos) return all("put it in double quotes if it is a text");
    if (const std::size_t point = digits.find('.'); point != std::string_view::npos) {
        if (point + 1 == digits.size() || !is_digit(digits[point + 1]))
            return all("a digit is missing behind the point");
        if (digits.find('.', point + 1) != std::string_view::npos)
            return all("it has two points; put it in double quotes if it is a text");
    }
    if (digits.find_first_of("eE") != std::string_view::npos) return all("the exponent is incomplete");
    return all("put it in double quotes if it is a text");
}

ValueFault decode(std::string_view inside, std::string& out) {
    static constexpr ByteSet special = ByteSet("\\\"").with_range(0x00, 0x1F);
    ValueFault fault;
    for (std::size_t at = 0; at < inside.size() && !fault;) {
        const std::size_t plain = std::min(special.first_in(inside.substr(at)), inside.size() - at);
        out.append(inside, at, plain);
        at += plain;
        if (at == inside.size()) break;
        if (inside[at] == '"') fault = {"quote inside a text; write `\\\"`", at, at + 1};
        else if (inside[at] != '\\') fault = {describe_control(inside[at]), at, at + 1};
        else fault = decode_escape(inside, at, out);
    }
    return fault;
}

}  // namespace flowc::json
