#include "emit/json_writer.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace flowc::emit_detail {

void JsonWriter::key(std::string_view name) {
    separate();
    quoted(name);
    out_ += form_ == Form::indented ? ": " : ":";
    after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
    separate();
    quoted(value);
}

void JsonWriter::plain(std::string_view value) {
    separate();
    out_ += value;
}

void JsonWriter::integer(std::int64_t value) { plain(std::to_string(value)); }

void JsonWriter::begin(char bracket) {
    separate();
    out_ += bracket;
    filled_.push_back(false);
}

void JsonWriter::end(char bracket) {
    const bool filled = filled_.back();
    filled_.pop_back();
    if (filled) new_line();
    out_ += bracket;
}

void JsonWriter::separate() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (filled_.empty()) return;
    if (filled_.back()) out_ += ',';
    filled_.back() = true;
    new_line();
}

void JsonWriter::new_line() {
    if (form_ == Form::compact || in_row_) return;
    out_ += '\n';
    out_.append(filled_.size() * 2, ' ');
}

namespace {

/// By byte: 0 where JSON takes it inside a text as it is, else the letter behind the backslash.
constexpr std::array<char, 256> escapes = [] {
    std::array<char, 256> letters{};
    for (std::size_t i = 0; i < 0x20; ++i) letters[i] = 'u';
    letters['\b'] = 'b';
    letters['\f'] = 'f';
    letters['\n'] = 'n';
    letters['\r'] = 'r';
    letters['\t'] = 't';
    letters['"'] = '"';
    letters['\\'] = '\\';
    return letters;
}();

/// Whether JSON takes all of a text as it is. Eight bytes at a time: nearly every text is one.
bool is_plain(std::string_view text) {
    constexpr std::uint64_t each = 0x0101010101010101;
    constexpr std::uint64_t top = 0x80 * each;
    const auto holds_less = [](std::uint64_t bytes, std::uint64_t than) {
        return (bytes - than * each) & ~bytes & top;
    };
    std::size_t at = 0;
    for (std::uint64_t bytes; text.size() - at >= sizeof bytes; at += sizeof bytes) {
        std::memcpy(&bytes, text.data() + at, sizeof bytes);
        if ((holds_less(bytes, 0x20) | holds_less(bytes ^ '"' * each, 1) | holds_less(bytes ^ '\\' * each, 1)) != 0)
            return false;
    }
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                       [](char c) { return escapes[static_cast<unsigned char>(c)] == 0; });
}

}  // namespace

void JsonWriter::quoted(std::string_view value) {
    static constexpr char digits[] = "0123456789abcdef";
    // A document inside a wrapper is full of quotes, and an append for each of them would be most of the work.
    constexpr std::size_t most = 128;
    char piece[most * 6];
    out_ += '"';
    if (is_plain(value)) {
        out_ += value;
        value = {};
    }
    while (!value.empty()) {
        char* at = piece;
        for (const char c : value.substr(0, most)) {
            const auto byte = static_cast<unsigned char>(c);
            const char letter = escapes[byte];
            if (letter == 0) {
                *at++ = c;
                continue;
            }
            *at++ = '\\';
            *at++ = letter;
            if (letter == 'u') {
                *at++ = '0';
                *at++ = '0';
                *at++ = digits[byte >> 4];
                *at++ = digits[byte & 15];
            }
        }
        out_.append(piece, static_cast<std::size_t>(at - piece));
        value.remove_prefix(std::min(most, value.size()));
    }
    out_ += '"';
}

}  // namespace flowc::emit_detail
