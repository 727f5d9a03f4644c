#include "literal.hpp"

#include <array>
#include <charconv>

namespace catalogue_gen {

std::string literal(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (c == '?') {
            result += "\\?";  // two of them could begin a trigraph
        } else if (byte < 0x20 || byte == 0x7F || byte >= 0x80) {
            // Octal: at most three digits, so the next character is never taken in.
            result += '\\';
            result += static_cast<char>('0' + (byte >> 6));
            result += static_cast<char>('0' + ((byte >> 3) & 7));
            result += static_cast<char>('0' + (byte & 7));
        } else {
            result += c;
        }
    }
    return result + "\"";
}

std::string literal(double number) {
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    std::string text(buffer.data(), end);
    if (text.find_first_of(".en") == std::string::npos) text += ".0";
    return text;
}

}  // namespace catalogue_gen
