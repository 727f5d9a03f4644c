#include "explain/page.hpp"

namespace flowc::cli {

namespace {

constexpr std::size_t width = 100;

/// Code points, which is near enough to columns for what the catalogue says.
std::size_t columns(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

}  // namespace

void Page::bold(std::string_view text) {
    text_.append(color_ ? "\033[1m" : "").append(text).append(color_ ? "\033[0m" : "").append("\n");
}

void Page::title(std::string_view text) { bold(text); }

void Page::heading(std::string_view text) {
    text_ += '\n';
    bold(text);
}

void Page::verbatim(std::string_view line, std::size_t indent) {
    if (!line.empty()) text_.append(indent, ' ').append(line);
    text_ += '\n';
}

void Page::paragraph(std::string_view text, std::size_t indent, std::size_t hang) {
    std::size_t at = 0;
    while (!text.empty()) {
        const std::size_t space = text.find(' ');
        const std::string_view word = text.substr(0, space);
        text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
        if (word.empty()) continue;
        const std::size_t size = columns(word);
        if (at == 0) {
            text_.append(indent, ' ');
            at = indent;
        } else if (at + 1 + size > width) {
            text_.append("\n").append(indent + hang, ' ');
            at = indent + hang;
        } else {
            text_ += ' ';
            ++at;
        }
        text_ += word;
        at += size;
    }
    if (at > 0) text_ += '\n';
}

}  // namespace flowc::cli
