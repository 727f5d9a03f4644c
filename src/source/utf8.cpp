#include "source/utf8.hpp"

#include <simdjson.h>

#include <algorithm>
#include <cstring>

namespace flowc::utf8 {

Decoded decode(std::string_view text) {
    const auto byte = [&](std::size_t i) -> std::uint32_t { return static_cast<unsigned char>(text[i]); };
    const std::uint32_t first = byte(0);
    if (first < 0x80) return {first, 1, true};
    const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < size) return {};
    std::uint32_t value = first & (0xFFu >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if (!continues(text[i])) return {};
        value = (value << 6) | (byte(i) & 0x3Fu);
    }
    const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (overlong || surrogate || value > 0x10FFFF) return {};
    return {value, size, true};
}

char* encode(char32_t value, char* out) {
    const auto put = [&](std::uint32_t byte) { *out++ = static_cast<char>(byte); };
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xC0u | (value >> 6));
        put(0x80u | (value & 0x3Fu));
    } else if (value < 0x10000) {
        put(0xE0u | (value >> 12));
        put(0x80u | ((value >> 6) & 0x3Fu));
        put(0x80u | (value & 0x3Fu));
    } else {
        put(0xF0u | (value >> 18));
        put(0x80u | ((value >> 12) & 0x3Fu));
        put(0x80u | ((value >> 6) & 0x3Fu));
        put(0x80u | (value & 0x3Fu));
    }
    return out;
}

std::size_t first_invalid(std::string_view text) {
    if (simdjson::validate_utf8(text.data(), text.size())) return std::string_view::npos;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded code = decode(text.substr(at));
        if (!code.valid) return at;
        at += code.size;
    }
    return std::string_view::npos;
}

std::string replaced(std::string_view text) {
    std::string sound;
    while (!text.empty()) {
        const Decoded code = decode(text);
        sound += code.valid ? text.substr(0, code.size) : "\xEF\xBF\xBD";
        text.remove_prefix(code.size);
    }
    return sound;
}

bool is_ascii(std::string_view text) {
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word;
        std::memcpy(&word, text.data() + at, 8);
        if (word & 0x8080808080808080u) return false;
    }
    for (; at < text.size(); ++at) {
        if (static_cast<unsigned char>(text[at]) >= 0x80) return false;
    }
    return true;
}

std::size_t count(std::string_view text) {
    std::size_t points = 0;
    for (const char byte : text) points += continues(byte) ? 0u : 1u;
    return points;
}

CodePoints::CodePoints(std::string_view text) : text_(text), ascii_(is_ascii(text)) {
    if (ascii_) return;
    marks_.reserve(text.size() / block + 2);
    std::uint32_t points = 0;
    for (std::size_t at = 0; at <= text.size(); at += block) {
        marks_.push_back(points);
        points += static_cast<std::uint32_t>(count(text.substr(at, block)));
    }
}

std::size_t CodePoints::before(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    if (ascii_) return offset;
    const std::size_t mark = offset / block;
    return marks_[mark] + count(text_.substr(mark * block, offset - mark * block));
}

std::size_t CodePoints::byte_of(std::size_t index) const {
    if (ascii_) return std::min(index, text_.size());
    const auto above = std::upper_bound(marks_.begin(), marks_.end(), index);
    // A block may begin inside a code point; its mark then counts that point already.
    const std::size_t mark = static_cast<std::size_t>(above - marks_.begin()) - 1;
    std::size_t points = marks_[mark];
    for (std::size_t at = mark * block; at < text_.size(); ++at) {
        if (continues(text_[at])) continue;
        if (points == index) return at;
        ++points;
    }
    return text_.size();
}

}  // namespace flowc::utf8
