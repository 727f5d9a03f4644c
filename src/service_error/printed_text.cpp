#include "service_error/printed_text.hpp"

#include <algorithm>
#include <utility>

#include "source/utf8.hpp"

namespace flowc::service_error_detail {

namespace {

std::string from_utf16(std::string_view bytes, bool little) {
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(little ? first | second << 8 : first << 8 | second);
    };
    std::string text;
    text.reserve(bytes.size() / 2);
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t point = unit(at);
        const bool high = point >= 0xD800 && point < 0xDC00;
        if (high && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
            point = 0x10000 + ((point - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
            at += 2;
        } else if (point >= 0xD800 && point < 0xE000) {
            point = 0xFFFD;
        }
        if (at == 0 && point == 0xFEFF) continue;
        char encoded[4];
        text.append(encoded, utf8::encode(point, encoded));
    }
    return text;
}

/// Where the control sequence ends that begins at `at`: `ESC [ 31 m`, or `ESC` and one character.
std::size_t sequence_end(std::string_view text, std::size_t at) {
    if (at + 1 >= text.size()) return text.size();
    if (text[at + 1] != '[') return at + 2;
    std::size_t end = at + 2;
    while (end < text.size() && text[end] >= 0x20 && text[end] < 0x40) ++end;
    return end < text.size() ? end + 1 : end;
}

std::string without_control_sequences(std::string text) {
    constexpr char escape = '\x1B';
    if (text.find(escape) == std::string::npos) return text;
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = text.find(escape, at);
        plain.append(text, at, next - at);
        if (next == std::string::npos) break;
        at = sequence_end(text, next);
    }
    return plain;
}

/// Terraform draws a box around what it was told, and breaks it into lines: `│ …`. An empty line ends a text.
std::string without_box(std::string text) {
    constexpr std::string_view side = "\xE2\x94\x82";  // │
    if (text.find(side) == std::string::npos) return text;
    std::string plain;
    plain.reserve(text.size());
    bool goes_on = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = std::string_view(text).substr(at, end - at);
        at = end + 1;
        if (line.ends_with('\r')) line.remove_suffix(1);
        const bool boxed = line.starts_with(side);
        if (boxed) line.remove_prefix(side.size());
        const std::size_t first = boxed ? std::min(line.find_first_not_of(' '), line.size()) : 0;
        const bool blank = first == line.size();
        if (!plain.empty()) plain += goes_on && boxed && !blank ? ' ' : '\n';
        plain += line.substr(first);
        goes_on = boxed && !blank;
    }
    return plain;
}

/// A path that stands on the line behind the word that leads it in.
std::string with_paths_joined(std::string text) {
    constexpr std::string_view sign = "Path:";
    std::string joined;
    std::size_t from = 0;
    for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, from)) {
        joined.append(text, from, at + sign.size() - from);
        from = at + sign.size();
        const std::size_t path = text.find_first_not_of(" \t\r\n", from);
        if (path == std::string::npos || text.find('\n', from) > path) continue;
        joined += ' ';
        from = path;
    }
    return joined.append(text, from);
}

}  // namespace

Encoding encoding_of(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xFE"sv)) return Encoding::utf16_le;
    if (bytes.starts_with("\xFE\xFF"sv)) return Encoding::utf16_be;
    constexpr std::size_t looked_at = 32;
    if (bytes.size() < looked_at || bytes.size() % 2 != 0) return Encoding::utf8;
    bool zeros[2] = {true, true};  // at even places, at odd ones
    for (std::size_t at = 0; at < looked_at; ++at) zeros[at % 2] = zeros[at % 2] && bytes[at] == '\0';
    if (zeros[0] == zeros[1]) return Encoding::utf8;
    return zeros[1] ? Encoding::utf16_le : Encoding::utf16_be;
}

std::string printed_text(std::string_view bytes) {
    const Encoding encoding = encoding_of(bytes);
    std::string text =
        encoding == Encoding::utf8 ? std::string(bytes) : from_utf16(bytes, encoding == Encoding::utf16_le);
    text = without_control_sequences(std::move(text));
    text = without_box(std::move(text));
    return with_paths_joined(std::move(text));
}

}  // namespace flowc::service_error_detail
