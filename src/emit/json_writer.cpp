#include "emit/json_writer.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace flowc::emit_detail {

void JsonWriter::key(std::string_view name) {
    separate();
    quoted(name);
    put(':');
    if (is_indented()) put(' ');
    after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
    separate();
    quoted(value);
}

void JsonWriter::plain(std::string_view value) {
    separate();
    put(value);
}

void JsonWriter::integer(std::int64_t value) { plain(std::to_string(value)); }

void JsonWriter::begin_text() {
    separate();
    put('"');
    in_text_ = true;
    after_key_ = true;  // nothing separates the document from its quote
}

void JsonWriter::end_text() {
    in_text_ = false;
    put('"');
}

void JsonWriter::begin(char bracket) {
    separate();
    put(bracket);
    ++depth_;
    filled_ = false;
}

void JsonWriter::end(char bracket) {
    --depth_;
    if (filled_) new_line();
    put(bracket);
    filled_ = true;  // what is around it has it inside
}

void JsonWriter::separate() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (depth_ == 0) return;
    if (filled_) put(',');
    filled_ = true;
    new_line();
}

void JsonWriter::new_line() {
    if (!is_indented() || in_row_) return;
    const std::size_t indent = depth_ * 2;
    char* const at = room(indent + 1);
    *at = '\n';
    std::memset(at + 1, ' ', indent);
    size_ += indent + 1;
}

void JsonWriter::put(std::string_view text) {
    if (text.empty()) return;
    std::memcpy(room(text.size()), text.data(), text.size());
    size_ += text.size();
}

void JsonWriter::grow(std::size_t bytes) {
    // A page at a time, so that none is touched that nothing comes to stand in.
    constexpr std::size_t page = 4096;
    out_.resize(size_ + std::max(bytes, page));
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

/// Whether JSON takes each of eight bytes as it is.
bool are_plain(const char* at) {
    constexpr std::uint64_t each = 0x0101010101010101;
    constexpr std::uint64_t top = 0x80 * each;
    const auto holds_less = [](std::uint64_t bytes, std::uint64_t than) {
        return (bytes - than * each) & ~bytes & top;
    };
    std::uint64_t bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    return (holds_less(bytes, 0x20) | holds_less(bytes ^ '"' * each, 1) | holds_less(bytes ^ '\\' * each, 1)) == 0;
}

/// Whether JSON takes all of a text as it is. Eight bytes at a time, the last of which may have been seen: nearly every text is one.
bool is_plain(std::string_view text) {
    if (text.size() < 8)
        return std::all_of(text.begin(), text.end(),
                           [](char c) { return escapes[static_cast<unsigned char>(c)] == 0; });
    const char* const last = text.data() + text.size() - 8;
    for (const char* at = text.data(); at < last; at += 8)
        if (!are_plain(at)) return false;
    return are_plain(last);
}

/// As JSON has it between quotes.
std::string with_escapes(std::string_view value) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    out.reserve(value.size() + value.size() / 8 + 16);
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        const char letter = escapes[byte];
        if (letter == 0) {
            out += c;
            continue;
        }
        out += '\\';
        out += letter;
        if (letter == 'u') out.append("00").append({digits[byte >> 4], digits[byte & 15]});
    }
    return out;
}

}  // namespace

void JsonWriter::quoted(std::string_view value) {
    if (!is_plain(value)) return escaped(value);
    char* const begin = room(value.size() + 4);
    char* at = begin;
    const auto quote = [&] {
        if (in_text_) *at++ = '\\';
        *at++ = '"';
    };
    quote();
    at = std::copy(value.begin(), value.end(), at);
    quote();
    size_ += static_cast<std::size_t>(at - begin);
}

void JsonWriter::escaped(std::string_view value) {
    const std::string text = '"' + with_escapes(value) + '"';
    put(in_text_ ? with_escapes(text) : text);
}

}  // namespace flowc::emit_detail
