#include "emit/json_writer.hpp"

#include <algorithm>
#include <array>

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

}  // namespace

void JsonWriter::quoted(std::string_view value) {
    static constexpr char digits[] = "0123456789abcdef";
    // A document inside a wrapper is full of quotes, and an append for each of them would be most of the work.
    constexpr std::size_t most = 128;
    char piece[most * 6];
    out_ += '"';
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
